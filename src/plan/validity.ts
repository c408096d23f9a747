import type { Period } from '../model/rulebook.ts';

/**
 * The validity of a rule, to follow it: `  from 2024-06-24 until 2026-04-30`, nothing where it is unbounded or that of
 * its block.
 */
export function validity({ from, until }: Period, block: Period = {}): string {
  const words = [
    from === undefined || from === block.from ? '' : `from ${from}`,
    until === undefined || until === block.until ? '' : `until ${until}`,
  ];
  const text = words.filter((w) => w !== '').join(' ');
  return text === '' ? '' : `  ${text}`;
}
