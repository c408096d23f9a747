import { readFileSync } from 'node:fs';
import { failure } from '../../diagnostics/index.ts';
import type { Market } from '../../market/index.ts';
import type { BasketRow } from '../../run/run.ts';
import { parseCsv } from './parse-csv.ts';
import { unreadable } from './read-file.ts';

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
    text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw unreadable(file, error as NodeJS.ErrnoException);
  }
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
  const incumbents = before
    .filter((r) => r.get('event') === event)
    .map(({ row, get }) => {
      const line = get('line');
      if (!market.lines.index.has(line))
        throw bad(
          file,
          `the data set has no line \`${line}\``,
          { row, column: 'line' },
          'Give the baskets of a run over the same data set',
        );
      return {
        line,
        symbol: get('symbol'),
        company: get('company'),
        membership: get('membership') || '1',
        weight: get('weight') || '0',
        indexShares: get('index_shares') || '0',
        capFactor: get('cap_factor') || '1',
      };
    });
  return { date: latest, event, rows: incumbents };
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
