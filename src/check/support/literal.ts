import { Decimal } from 'decimal.js';
import type { Expression } from '../../model/expression.ts';

const Exact = Decimal.clone({ precision: 80 });
type Exact = InstanceType<typeof Exact>;

/**
 * A number as written, its scale counted in: percent and points as ratios, with the unit `ratio`; a bare number has
 * none.
 */
export type Literal = { value: Exact; unit: string };

/** Words that multiply a number, as decimal text. */
export const scales = { thousand: '1e3', million: '1e6', billion: '1e9', trillion: '1e12' } as const;

/** What a literal (also one with a minus) stands for; undefined for any other expression. */
export function literalOf(e: Expression): Literal | undefined {
  if (e.kind === 'negate') {
    const inner = literalOf(e.operand);
    return inner === undefined ? undefined : { value: inner.value.negated(), unit: inner.unit };
  }
  if (e.kind !== 'number' || !/^\d+(\.\d+)?$/.test(e.value.replaceAll('_', ''))) return undefined;
  const value = new Exact(e.value.replaceAll('_', '')).times(e.scale === undefined ? 1 : scales[e.scale]);
  if (e.unit === '%' || e.unit === 'points' || e.unit === 'point')
    return { value: value.dividedBy(100), unit: 'ratio' };
  return { value, unit: e.unit ?? '' };
}

/** A ratio as written: with percent, or a bare number up to 1 (others are told by the check of units). */
export function ratioOf(e: Expression): Exact | undefined {
  const literal = literalOf(e);
  if (literal === undefined) return undefined;
  return literal.unit === 'ratio' || (literal.unit === '' && literal.value.lessThanOrEqualTo(1))
    ? literal.value
    : undefined;
}

/**
 * The most that an expression can be, as a ratio: itself where it is written out, and for `min` the least of its
 * written parts.
 */
export function atMostRatio(e: Expression): Exact | undefined {
  if (e.kind !== 'call' || e.fn !== 'min') return ratioOf(e);
  const parts = e.args.flatMap((part) => atMostRatio(part) ?? []);
  return parts.length === 0 ? undefined : parts.reduce((a, b) => (b.lessThan(a) ? b : a));
}

/** A plain count as written; undefined for anything else. */
export function countOf(e: Expression | undefined): number | undefined {
  const literal = e === undefined ? undefined : literalOf(e);
  return literal === undefined || literal.unit !== '' ? undefined : literal.value.toNumber();
}

/** A ratio in percent, as people write it. */
export function percent(ratio: Exact): string {
  return `${ratio.times(100).toSignificantDigits(6).toString()}%`;
}
