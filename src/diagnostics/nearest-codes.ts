import { type CatalogueEntry, catalogue } from './catalogue/index.ts';

/**
 * The codes most like a mistyped one, at most three: those with the most digits in common, of those with the same
 * beginning.
 */
export function nearestCodes(code: string): CatalogueEntry[] {
  const digits = code.toUpperCase().replace(/^R?B?/, '');
  if (!/^\d{1,6}$/.test(digits)) return [];
  return catalogue
    .map((entry) => ({ entry, distance: distance(entry.code.slice(2), digits) }))
    .filter((one) => one.distance <= 2)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((one) => one.entry);
}

/**
 * Digits that differ, place by place, and those too many or too few; the first names the area, so another is too far
 * away.
 */
function distance(a: string, b: string): number {
  let count = Math.abs(a.length - b.length);
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) count += i === 0 ? 3 : 1;
  return count;
}
