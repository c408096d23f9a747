import { ordinal } from '../diagnostics/ordinal.ts';
import type { WindowSpan } from '../model/expression.ts';
import type { Say } from '../model/words/say.ts';
import type { PlanExpression } from './expression.ts';

const sums = 6;
const products = 7;
const tight = 10;

/** How loosely the parts of an expression hang together; looser ones get parentheses inside tighter ones. */
function strength(e: PlanExpression): number {
  switch (e.op) {
    case 'if':
      return 0;
    case 'or':
      return 1;
    case 'and':
      return 2;
    case 'not':
      return 3;
    case 'compare':
    case 'one of':
    case 'months':
      return 4;
    case 'otherwise':
      return 5;
    case 'arithmetic':
      return e.operator === '+' || e.operator === '-' ? sums : e.operator === '^' ? 8 : products;
    case 'negate':
    case 'round':
      return 8;
    case 'convert':
    case 'as of':
    case 'elapsed':
    case 'previous':
    case 'known':
    case 'at rank':
      return 9;
    case 'number':
      return e.value.startsWith('-') ? 8 : 11;
    default:
      return 11;
  }
}

/**
 * The words of a plan expression, as the rulebook would say it, without units: `sum of close * volume over company >=
 * 5000000`.
 */
export function printExpression(e: PlanExpression): string {
  return print(e, 0, false);
}

/** The same with numbers as they were written, `… >= 5 million USD`, for sentences. */
export const asWritten: Say<PlanExpression> = {
  whole: (e) => print(e, 0, true),
  value: (e) => print(e, 5, true),
  beforeWhere: (e) => (e.op === 'number' ? print(e, 5, true) : `(${print(e, 0, true)})`),
  beforeOf: (e) => print(e, 5, true),
};

function print(e: PlanExpression, least: number, written: boolean): string {
  const words = say(e, written);
  return strength(e) < least ? `(${words})` : words;
}

function say(e: PlanExpression, written: boolean): string {
  const at = (inner: PlanExpression, least = sums) => print(inner, least, written);
  switch (e.op) {
    case 'number':
      return written ? (e.written ?? e.value) : e.value;
    case 'date':
      return e.value;
    case 'text':
      return JSON.stringify(e.value);
    case 'yes-no':
      return e.value ? 'yes' : 'no';
    case 'field':
      return e.field;
    case 'attribute':
      return e.attribute;
    case 'group name':
      return e.group;
    case 'measure':
      return e.measure;
    case 'arithmetic': {
      const own = strength(e);
      const right = e.operator === '-' || e.operator === '/' ? own + 1 : own;
      return e.operator === '^'
        ? `${at(e.left, own + 1)} ^ ${at(e.right, own + 1)}`
        : `${at(e.left, own)} ${e.operator} ${at(e.right, right)}`;
    }
    case 'negate':
      return `-${at(e.operand, 9)}`;
    case 'compare':
      return `${at(e.left)} ${e.operator} ${at(e.right)}`;
    case 'one of':
      return `${at(e.value)} ${e.negated ? 'not in' : 'in'} (${e.options.map((o) => at(o, 0)).join(', ')})`;
    case 'and':
    case 'or':
      return `${at(e.left, strength(e))} ${e.op} ${at(e.right, strength(e))}`;
    case 'not':
      return `not ${at(e.operand, 3)}`;
    case 'if':
      return `if ${at(e.condition, 1)} then ${at(e.then, 1)} else ${at(e.else, 0)}`;
    case 'otherwise':
      return `${at(e.value, 5)} otherwise ${at(e.fallback, sums)}`;
    case 'known':
      return `known ${at(e.operand, tight)}`;
    case 'call':
      return `${e.fn}(${e.args.map((a) => at(a, 0)).join(', ')})`;
    case 'round':
      return `round ${e.mode} ${at(e.value, tight)} to ${at(e.step, tight)}`;
    case 'group aggregate':
    case 'set aggregate':
      return `${e.fn} of ${summand(e.value, written)} over ${e.over}${e.where === undefined ? '' : ` where ${at(e.where, tight)}`}`;
    case 'window':
      return `${e.fn} of ${summand(e.value, written)} over ${spanWords(e.span)}${e.needing === undefined ? '' : ` needing ${e.needing} observations`}`;
    case 'months':
      return `${at(e.condition, 4)} in at least ${e.atLeast} of ${e.of} months`;
    case 'as of':
      return `${at(e.value, tight)} as of ${e.date}`;
    case 'convert':
      return `${at(e.value, tight)} in ${e.to}`;
    case 'previous':
      return `previous ${at(e.value, tight)}${e.event === undefined ? '' : ` at ${e.event}`}`;
    case 'rank':
      return `rank in ${e.ranking}`;
    case 'cumulative':
      return `cumulative ${e.what} of ${at(e.value, tight)} in ${e.ranking}`;
    case 'at rank':
      return `value of ${at(e.value, tight)} at rank ${at(e.rank, tight)} in ${e.ranking}`;
    case 'constituent':
      return e.index === undefined ? 'constituent' : `constituent of ${JSON.stringify(e.index)}`;
    case 'member':
      return e.set === 'eligible' || e.set === 'selected' ? e.set : `member of ${e.set}`;
    case 'added since':
      return `added since ${e.event}`;
    case 'elapsed':
      return `${e.unit} since ${at(e.since, tight)}`;
    case 'current':
      return `current ${e.quantity}`;
    case 'of weights':
      return e.what === 'nth largest' ? nthLargest(e.n) : e.what;
    default:
      return e satisfies never;
  }
}

/** What an aggregate is of; in parentheses where the words would run on. */
function summand(e: PlanExpression, written: boolean): string {
  return print(e, e.op === 'elapsed' ? tight : sums, written);
}

const nthLargest = (n = 1): string => (n === 1 ? 'largest weight' : `${ordinal(n)} largest weight`);

/** A stretch of time in words: `12 months by month`. */
function spanWords(span: WindowSpan): string {
  switch (span.kind) {
    case 'last':
      return `${span.count} ${span.unit}${span.byMonth ? ' by month' : ''}`;
    case 'month':
      return 'month';
    case 'since year start':
      return 'year to date';
    default:
      return span satisfies never;
  }
}
