import { Decimal } from 'decimal.js';
import type { Expression } from '../../model/expression.ts';
import { day } from '../support/days.ts';
import { literalOf } from '../support/literal.ts';
import type { Allowed } from './allowed.ts';

/** One thing a condition asks: what the value written as `key` may be. */
export type Demand = { key: string; value: Expression; allowed: Allowed };
/** All of these at once. */
export type Case = readonly Demand[];

const most = 64;

/**
 * The ways in which a condition (or, `negated`, its opposite) can hold; undefined where there are too many to look at.
 */
export function casesOf(e: Expression, negated = false): Case[] | undefined {
  switch (e.kind) {
    case 'not':
      return casesOf(e.operand, !negated);
    case 'and':
    case 'or': {
      const left = casesOf(e.left, negated);
      const right = casesOf(e.right, negated);
      if (left === undefined || right === undefined) return undefined;
      return (e.kind === 'and') === negated ? either(left, right) : together(left, right);
    }
    case 'between': {
      const low: Expression = { kind: 'compare', op: '>=', left: e.value, right: e.low };
      const high: Expression = { kind: 'compare', op: '<=', left: e.value, right: e.high };
      return casesOf({ kind: 'and', left: low, right: high }, negated);
    }
    case 'one of': {
      const words = e.options.flatMap((option) => (option.kind === 'text' ? option.value : []));
      if (words.length !== e.options.length) return [[truth(e, !negated)]];
      return [
        [{ key: keyOf(e.value), value: e.value, allowed: { kind: e.negated === negated ? 'only' : 'except', words } }],
      ];
    }
    case 'compare':
      return [[comparison(e, negated)]];
    default:
      return [[truth(e, !negated)]];
  }
}

/** The ways in which both can hold. */
export function together(a: readonly Case[], b: readonly Case[]): Case[] | undefined {
  return a.length * b.length > most ? undefined : a.flatMap((x) => b.map((y) => [...x, ...y]));
}

function either(a: readonly Case[], b: readonly Case[]): Case[] | undefined {
  return a.length + b.length > most ? undefined : [...a, ...b];
}

/** An expression as a text that is the same for the same expression. */
function keyOf(e: unknown): string {
  if (Array.isArray(e)) return `[${e.map(keyOf).join(',')}]`;
  if (typeof e !== 'object' || e === null) return JSON.stringify(e) ?? '';
  const keys = Object.keys(e).sort();
  return `{${keys.map((key) => `${key}:${keyOf(e[key as keyof typeof e])}`).join(',')}}`;
}

type Comparison = Expression & { kind: 'compare' };
type Operator = Comparison['op'];

const opposite = { '>=': '<', '<=': '>', '>': '<=', '<': '>=', is: 'is not', 'is not': 'is' } as const;
const mirrored = { '>=': '<=', '<=': '>=', '>': '<', '<': '>', is: 'is', 'is not': 'is not' } as const;

function comparison(e: Comparison, negated: boolean): Demand {
  const left = constantOf(e.left);
  const right = constantOf(e.right);
  if ((left === undefined) === (right === undefined)) return truth(e, !negated);
  const value = right === undefined ? e.right : e.left;
  const told: Operator = right === undefined ? mirrored[e.op] : e.op;
  const allowed = allowedBy(negated ? opposite[told] : told, right ?? left!);
  return allowed === undefined ? truth(e, !negated) : { key: keyOf(value), value, allowed };
}

type Constant = { number: Decimal; unit: string } | { word: string } | { truth: boolean };

function constantOf(e: Expression): Constant | undefined {
  if (e.kind === 'text') return { word: e.value };
  if (e.kind === 'yes-no') return { truth: e.value };
  if (e.kind === 'date') {
    const at = day(e.value);
    return at === undefined ? undefined : { number: new Decimal(at), unit: 'date' };
  }
  const literal = literalOf(e);
  return literal === undefined ? undefined : { number: literal.value, unit: literal.unit };
}

function allowedBy(op: Operator, constant: Constant): Allowed | undefined {
  if ('word' in constant) {
    if (op === 'is') return { kind: 'only', words: [constant.word] };
    return op === 'is not' ? { kind: 'except', words: [constant.word] } : undefined;
  }
  if ('truth' in constant) {
    if (op === 'is') return { kind: 'truth', value: constant.truth };
    return op === 'is not' ? { kind: 'truth', value: !constant.truth } : undefined;
  }
  const at = (open: boolean) => ({ at: constant.number, open });
  const range = { kind: 'range', unit: constant.unit } as const;
  switch (op) {
    case '>=':
      return { ...range, low: at(false) };
    case '>':
      return { ...range, low: at(true) };
    case '<=':
      return { ...range, high: at(false) };
    case '<':
      return { ...range, high: at(true) };
    case 'is':
      return { ...range, low: at(false), high: at(false) };
    case 'is not':
      return undefined;
    default:
      return op satisfies never;
  }
}

/** What cannot be looked into is taken as a whole: it holds, or it does not. */
function truth(e: Expression, value: boolean): Demand {
  if (e.kind === 'compare' && e.op === 'is not') return truth({ ...e, op: 'is' }, !value);
  return { key: keyOf(e), value: e, allowed: { kind: 'truth', value } };
}
