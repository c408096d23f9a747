import type { Expression } from '../../model/expression.ts';
import { ordinal } from '../../diagnostics/ordinal.ts';
import { bandBr, weakBr } from '../../model/words/breaks.ts';
import { quoted } from '../../model/words/plain-words.ts';
import { literalText, plural } from './literal-text.ts';

// How tightly each form binds; a form stands bare where at least its own tightness is asked for.
const any = 0;
const disjunct = 1;
const conjunct = 2;
const denied = 3;
const compared = 4;
const value = 5;
const term = 6;
const factor = 7;
const signed = 8;
const powered = 9;
const dated = 10;
const closed = 11;

/** An expression as text, in as few parentheses as its meaning allows. */
export function expressionText(e: Expression): string {
  return at(any, e);
}

/** The same where no comparison, `and`, `or` or `if` may stand bare. */
export function valueText(e: Expression): string {
  return at(value, e);
}

/** The same where only a name may stand bare, or what is as short and closed as a name. */
function tightText(e: Expression): string {
  switch (e.kind) {
    case 'name':
    case 'text':
    case 'date':
    case 'yes-no':
    case 'number':
    case 'rank':
    case 'constituent':
    case 'current':
    case 'call':
      return at(closed, e);
    default:
      return `(${at(any, e)})`;
  }
}

function at(tightness: number, e: Expression): string {
  return tightnessOf(e) >= tightness ? bare(e) : `(${bare(e)})`;
}

function tightnessOf(e: Expression): number {
  switch (e.kind) {
    case 'if':
      return any;
    case 'or':
      return disjunct;
    case 'and':
      return conjunct;
    case 'not':
      return denied;
    case 'compare':
    case 'between':
    case 'one of':
    case 'months':
      return compared;
    case 'otherwise':
      return value;
    case 'arithmetic':
      return e.op === '+' || e.op === '-' ? term : e.op === '^' ? powered : factor;
    case 'negate':
      return signed;
    case 'as of':
    case 'convert':
      return dated;
    default:
      return closed;
  }
}

function bare(e: Expression): string {
  switch (e.kind) {
    case 'number':
    case 'text':
    case 'date':
    case 'yes-no':
      return literalText(e);
    case 'name':
      return e.name;
    case 'arithmetic':
      if (e.op === '^') return `${at(dated, e.left)} ^ ${at(signed, e.right)}`;
      return e.op === '+' || e.op === '-'
        ? `${at(term, e.left)} ${e.op}${weakBr}${at(factor, e.right)}`
        : `${at(factor, e.left)} ${e.op}${weakBr}${at(signed, e.right)}`;
    case 'negate':
      return `-${at(signed, e.operand)}`;
    case 'compare':
      return `${at(value, e.left)} ${e.op}${weakBr}${at(value, e.right)}`;
    case 'between':
      return `${at(value, e.value)} between ${at(value, e.low)}${weakBr}and ${at(value, e.high)}`;
    case 'one of':
      return `${at(value, e.value)} ${e.negated ? 'not in' : 'in'} ${list(e.options)}`;
    case 'and':
      return `${at(conjunct, e.left)}${weakBr}and ${at(denied, e.right)}`;
    case 'or':
      return `${at(disjunct, e.left)}${weakBr}or ${at(conjunct, e.right)}`;
    case 'not':
      return `not ${at(denied, e.operand)}`;
    case 'if':
      return ifText(e, bandsOf(e) > 2 ? bandBr : weakBr);
    case 'otherwise':
      return `${at(value, e.value)}${weakBr}otherwise ${at(term, e.fallback)}`;
    case 'known':
      return `known ${tightText(e.operand)}`;
    case 'call':
      return `${e.fn}${list(e.args)}`;
    case 'round':
      return `round ${e.mode} ${at(value, e.value)} to ${tightText(e.step)}`;
    case 'aggregate': {
      const where = e.where === undefined ? '' : ` where ${tightText(e.where)}`;
      return `${e.fn} of ${at(value, e.value)} over ${e.over}${where}`;
    }
    case 'window': {
      const needing = e.needing === undefined ? '' : ` needing ${e.needing} observation${e.needing === 1 ? '' : 's'}`;
      return `${e.fn} of ${at(value, e.value)} over ${spanText(e.span)}${needing}`;
    }
    case 'months': {
      const condition = e.condition.kind === 'months' ? `(${bare(e.condition)})` : at(compared, e.condition);
      return `${condition} in at least ${e.atLeast} of ${e.of} months`;
    }
    case 'as of':
      return `${at(dated, e.value)} as of ${e.date}`;
    case 'convert':
      return `${at(dated, e.value)} in ${e.currency}`;
    case 'previous':
      return `previous ${tightText(e.value)}${e.event === undefined ? '' : ` at ${e.event}`}`;
    case 'rank':
      return `rank in ${e.ranking}`;
    case 'cumulative':
      return `cumulative ${e.what} of ${tightText(e.value)} in ${e.ranking}`;
    case 'at rank':
      return `value of ${tightText(e.value)} at rank ${tightText(e.rank)} in ${e.ranking}`;
    case 'constituent':
      return e.index === undefined ? 'constituent' : `constituent of ${quoted(e.index)}`;
    case 'member':
      return `member of ${e.set}`;
    case 'added since':
      return `added since ${e.event}`;
    case 'elapsed':
      return `${e.unit} since ${tightText(e.since)}`;
    case 'current':
      return `current ${e.quantity}`;
    case 'of weights':
      if (e.what !== 'nth largest') return e.what;
      return e.n === undefined || e.n === 1 ? 'largest weight' : `${ordinal(e.n)} largest weight`;
    default:
      return e satisfies never;
  }
}

/** An `if` with what stands before each `else` of its ladder. */
function ifText(e: If, beforeElse: string): string {
  const rest = e.else.kind === 'if' ? ifText(e.else, beforeElse) : at(any, e.else);
  return `if ${at(disjunct, e.condition)}${weakBr}then ${at(disjunct, e.then)}${beforeElse}else ${rest}`;
}

type If = Extract<Expression, { kind: 'if' }>;

/** How many conditions a ladder asks one after the other. */
function bandsOf(e: If): number {
  let bands = 1;
  for (let next = e.else; next.kind === 'if'; next = next.else) bands++;
  return bands;
}

function list(items: Expression[]): string {
  return `(${items.map((item) => at(any, item)).join(`,${weakBr}`)})`;
}

function spanText(span: Extract<Expression, { kind: 'window' }>['span']): string {
  switch (span.kind) {
    case 'month':
      return 'month';
    case 'since year start':
      return 'year to date';
    case 'last':
      return `${span.count} ${plural(span.unit, span.count)}${span.byMonth ? ' by month' : ''}`;
    default:
      return span satisfies never;
  }
}
