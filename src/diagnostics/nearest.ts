/**
 * The candidate that a misspelt word may have meant, undefined where none is close. Close: at most one mistake in every
 * three letters of the word (one in a shorter word), upper and lower case alike. Of two that are as close the first in
 * order of text; a candidate of one letter is never meant.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = mostMistakes(word) + 1;
  for (const candidate of candidates) {
    if (candidate.length < 2) continue;
    const found = editDistance(lower, candidate.toLowerCase(), least + 1);
    if (found < least || (found === least && best !== undefined && candidate < best)) {
      least = found;
      best = candidate;
    }
  }
  return best;
}

/** How many mistakes a word may hold and still mean another. */
export const mostMistakes = (word: string): number => Math.max(1, Math.floor(word.length / 3));

/**
 * How many letters have to be put in, taken away, changed or exchanged with their neighbour to make one word of the
 * other (each letter touched once), counted up to `limit`.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let count = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        count = Math.min(count, beforeLast[j - 2]! + 1);
      row.push(count);
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length]!, limit);
}
