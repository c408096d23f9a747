import { Decimal } from 'decimal.js';
import type { Expression } from '../../model/expression.ts';
import { type Allowed, both, isEmpty } from './allowed.ts';
import { type Case, casesOf, together } from './cases.ts';

/**
 * What is known of a value whatever the market: undefined where nothing is. `unit` is that of the bound it is met with.
 */
export type Known = (value: Expression, unit: string) => Allowed | undefined;

/** Whether something could meet one of the cases; also where that cannot be told. */
export function satisfiable(cases: readonly Case[] | undefined, known: Known): boolean {
  return cases === undefined || cases.some((one) => caseHolds(one, known));
}

function caseHolds(one: Case, known: Known): boolean {
  const byKey = new Map<string, Allowed>();
  for (const { key, value, allowed } of one) {
    const unit = allowed.kind === 'range' ? allowed.unit : '';
    const bound = byKey.get(key) ?? (allowed.kind === 'range' ? known(value, unit) : undefined);
    const now = bound === undefined ? allowed : both(bound, allowed);
    if (now === undefined) continue;
    if (isEmpty(now)) return false;
    byKey.set(key, now);
  }
  return true;
}

/** Whether whatever meets the one condition surely meets the other. False where that cannot be told. */
export function implies(a: Expression, b: Expression, known: Known): boolean {
  const [one, other] = [casesOf(a), casesOf(b, true)];
  if (one === undefined || other === undefined) return false;
  const meeting = together(one, other);
  return meeting !== undefined && !satisfiable(meeting, known);
}

/** Whether every known value meets the condition. */
export function alwaysHolds(e: Expression, known: Known): boolean {
  return !satisfiable(casesOf(e, true), known);
}

const zero = { at: new Decimal(0), open: false };
const one = { at: new Decimal(1), open: false };

/**
 * What the language and the market data promise of values: prices and counts of shares are not negative, weights lie
 * between 0% and 100%.
 */
export function knownOf(unitOf: (name: string) => string | undefined): Known {
  const atLeastZero = (e: Expression): boolean => {
    switch (e.kind) {
      case 'name': {
        const unit = unitOf(e.name);
        if (unit === undefined) return false;
        return (
          unit === 'shares' || / per share$/.test(unit) || (unit === 'ratio' && /float|fraction|weight/.test(e.name))
        );
      }
      case 'aggregate':
      case 'window':
        return e.fn === 'count' || atLeastZero(e.value);
      case 'arithmetic':
        return (e.op === '*' || e.op === '/' || e.op === '+') && atLeastZero(e.left) && atLeastZero(e.right);
      case 'as of':
      case 'convert':
      case 'previous':
        return atLeastZero(e.value);
      case 'current':
        return true;
      default:
        return false;
    }
  };
  return (value, unit) => {
    if (value.kind === 'rank') return { kind: 'range', unit, low: one };
    if (value.kind === 'current' && value.quantity === 'weight') return { kind: 'range', unit, low: zero, high: one };
    return atLeastZero(value) ? { kind: 'range', unit, low: zero } : undefined;
  };
}
