import { nearest } from '../../diagnostics/nearest.ts';
import type { Places } from '../../model/places.ts';
import type { Report } from '../report.ts';
import type { KeyPlaces } from './plain-data.ts';

/** Lines of a section that are no rules of their own, by the keys that say them. */
const ownLines: Record<string, readonly string[]> = {
  index: ['currency', 'calendar', 'reviewBy', 'ends'],
  universe: ['where', 'pricedIn'],
  level: ['base', 'divisor', 'variants', 'roundLevel', 'roundDivisor'],
};

/** Reports comments of lines that a node does not have: they would stand nowhere in its text. */
export function strayComments(node: Record<string, unknown>, places: Places, keys: KeyPlaces, report: Report): void {
  const comments = node.comments as { lines?: Record<string, unknown> } | undefined;
  const lines = comments?.lines;
  if (typeof lines !== 'object' || lines === null) return;
  const known = linesOf(node);
  for (const key of Object.keys(lines)) {
    if (known.includes(key)) continue;
    const place = keys.get(lines)?.[key] ?? places.get(lines) ?? { start: 0, end: 0 };
    const meant = nearest(key, known);
    report(
      'unknownKey',
      place.start,
      place.end,
      `unknown key \`${key}\` in \`comments.lines\`: there is no such line here`,
      meant !== undefined
        ? `Did you mean \`${meant}\`?`
        : known.length === 0
          ? 'write the comment in `before`, `after` or `end` of `comments`'
          : `the lines here are ${known.map((k) => `\`${k}\``).join(', ')}`,
    );
  }
}

function linesOf(node: Record<string, unknown>): string[] {
  const numbered = (key: string) =>
    Array.isArray(node[key]) ? (node[key] as unknown[]).map((_, i) => `${key}/${i}`) : [];
  const own = typeof node.section === 'string' ? (ownLines[node.section] ?? []) : [];
  return [
    ...Object.keys((node.prose as object | undefined) ?? {}).map((language) => `prose/${language}`),
    ...numbered('cite'),
    ...numbered('clauses'),
    // A universe without a condition is written as `lines`.
    ...own.filter((key) => key === 'where' || node[key] !== undefined),
  ];
}
