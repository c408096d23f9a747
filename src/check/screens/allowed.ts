import type { Decimal } from 'decimal.js';

/** An end of a range; `open`: the end itself is outside. */
export type End = { at: Decimal; open: boolean };

/** What a condition allows one value to be. */
export type Allowed =
  | { kind: 'range'; unit: string; low?: End; high?: End }
  | { kind: 'only'; words: readonly string[] }
  | { kind: 'except'; words: readonly string[] }
  | { kind: 'truth'; value: boolean };

/** What both allow; undefined where the two cannot be compared (such as amounts in different units). */
export function both(a: Allowed, b: Allowed): Allowed | undefined {
  if (a.kind === 'range' && b.kind === 'range') {
    if (a.unit !== b.unit) return undefined;
    const low = tighter(a.low, b.low, 1);
    const high = tighter(a.high, b.high, -1);
    return {
      kind: 'range',
      unit: a.unit,
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
    };
  }
  if (a.kind === 'truth' && b.kind === 'truth') return a.value === b.value ? a : { kind: 'only', words: [] };
  if (a.kind === 'only' && b.kind === 'only')
    return { kind: 'only', words: a.words.filter((w) => b.words.includes(w)) };
  if (a.kind === 'only' && b.kind === 'except')
    return { kind: 'only', words: a.words.filter((w) => !b.words.includes(w)) };
  if (a.kind === 'except' && b.kind === 'only') return both(b, a);
  if (a.kind === 'except' && b.kind === 'except') return { kind: 'except', words: [...a.words, ...b.words] };
  return undefined;
}

/** Whether no value at all is allowed. */
export function isEmpty(a: Allowed): boolean {
  if (a.kind === 'only') return a.words.length === 0;
  if (a.kind !== 'range' || a.low === undefined || a.high === undefined) return false;
  const order = a.low.at.comparedTo(a.high.at);
  return order > 0 || (order === 0 && (a.low.open || a.high.open));
}

function tighter(a: End | undefined, b: End | undefined, direction: 1 | -1): End | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  const order = a.at.comparedTo(b.at) * direction;
  return order > 0 || (order === 0 && a.open) ? a : b;
}
