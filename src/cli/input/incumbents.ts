import { failure } from '../../diagnostics/index.ts';
import { shortened } from '../../diagnostics/shortened.ts';
import type { Market } from '../../market/index.ts';
import type { BasketRow } from '../../run/run.ts';
import { parseCsv } from './parse-csv.ts';
import { readAtMost } from '../../market/read-at-most.ts';
import { unreadable } from './read-file.ts';

const mostBytes = 200_000_000;
const required = ['effective_date', 'line'];

/** The basket of a review, with its effective date (ISO). */
export type EarlierBasket = { date: string; event: string; rows: BasketRow[] };

/**
 * The latest basket before a date (ISO) in a `baskets.csv`, to be the incumbents of a review. Throws findings for rows
 * that cannot be used.
 */
export function incumbentsFrom(file: string, on: string, market: Market): EarlierBasket {
  let text: string;
  try {
    text = Buffer.from(readAtMost(file, mostBytes + 1))
      .toString('utf8')
      .replace(/^\ufeff/, '');
  } catch (error) {
    throw unreadable(file, error as NodeJS.ErrnoException, 'the `baskets.csv`');
  }
  if (text.length > mostBytes)
    throw bad(file, `\`${file}\` is larger than ${mostBytes / 1e6} MB`, undefined, 'Give the baskets of fewer reviews');
  const [head = [], ...rows] = parseCsv(text);
  const missing = required.filter((name) => !head.includes(name));
  if (missing.length > 0)
    throw bad(
      file,
      `\`${file}\` has no column \`${missing[0]}\``,
      undefined,
      'Give a baskets.csv that `rulebook run --out` wrote',
    );
  const at = (name: string) => head.indexOf(name);
  const records = rows.map((cells, i) => ({ row: i + 2, get: (name: string) => cells[at(name)] ?? '' }));
  for (const { row, get } of records) {
    const place = { row, column: 'effective_date' };
    if (!isDate(get('effective_date')))
      throw bad(file, `\`${get('effective_date')}\` is not a date`, place, 'Write dates as year-month-day');
  }
  const dates = records.map((r) => r.get('effective_date')).filter((d) => d < on);
  const latest = dates.reduce((a, b) => (a > b ? a : b), '');
  if (latest === '')
    throw bad(
      file,
      `\`${file}\` has no basket effective before ${on}`,
      undefined,
      'Give the baskets of a run that ends before that date, or leave `--from` out',
    );
  const before = records.filter((r) => r.get('effective_date') === latest);
  // Of several baskets of one day the last in the file stands.
  const event = before.at(-1)!.get('event');
  const seen = new Set<string>();
  const incumbents = before
    .filter((r) => r.get('event') === event)
    .map(({ row, get }) => {
      const line = get('line');
      if (seen.has(line))
        throw bad(
          file,
          `\`${line}\` is twice in the basket`,
          { row, column: 'line' },
          'Keep one row for each line of a basket',
        );
      seen.add(line);
      if (!market.lines.index.has(line))
        throw bad(
          file,
          `the data set has no line \`${line}\``,
          { row, column: 'line' },
          'Give the baskets of a run over the same data set',
        );
      // Columns that are not there have the values of a whole member whose shares nobody needs.
      const number = (column: string, otherwise: string, range: { zero?: true; most?: number } = {}) => {
        if (at(column) < 0) return otherwise;
        const written = get(column);
        const wrong = notInBasket(written, range);
        if (wrong === undefined) return written;
        throw bad(
          file,
          `\`${column}\` of \`${line}\` ${wrong}`,
          { row, column },
          'Give a baskets.csv as `rulebook run --out` wrote it',
        );
      };
      return {
        line,
        symbol: get('symbol'),
        company: get('company'),
        membership: number('membership', '1', { most: 1 }),
        weight: number('weight', '0', { zero: true, most: 1 }),
        indexShares: number('index_shares', '0', { zero: true }),
        capFactor: number('cap_factor', '1'),
      };
    });
  return { date: latest, event, rows: incumbents };
}

/** What is wrong with a number of a basket: none is below zero, and some are parts of a whole. */
function notInBasket(text: string, { zero, most }: { zero?: true; most?: number }): string | undefined {
  if (text.trim() === '') return 'is blank';
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text)) return `is not a number: \`${shortened(text)}\``;
  const value = Number(text);
  if (!Number.isFinite(value)) return `is too large: \`${shortened(text)}\``;
  if (value < 0) return `is negative: \`${shortened(text)}\``;
  if (value === 0 && zero !== true) return `is not above zero: \`${shortened(text)}\``;
  return most !== undefined && value > most ? `is above ${most}: \`${shortened(text)}\`` : undefined;
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function bad(file: string, message: string, place: { row: number; column: string } | undefined, help: string) {
  const why = 'the incumbents of a review are the lines of the basket before it';
  return failure({
    code: 'RB7902',
    severity: 'error',
    message: message[0]!.toUpperCase() + message.slice(1),
    spans: [{ file, ...place }],
    why,
    help,
  });
}
