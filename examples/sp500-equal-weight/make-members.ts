import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Told of in successions.csv. */
const elsewhere = ['COG', 'CTRA', 'SUM'];

/** The symbols that a wide table of holdings (a column for each, a row for each day) ever shows above zero, as listings write them. */
export function membersOf(csv: string): string[] {
  const [head = '', ...rows] = csv.trim().split(/\r?\n/);
  const weights = rows.map((row) => row.split(','));
  return head
    .split(',')
    .map((symbol, column) => ({ symbol, held: weights.some((cells) => Number(cells[column]) > 0) }))
    .filter(({ symbol, held }) => held && /^[A-Z]{1,5}(\.[A-Z])?$/.test(symbol) && !elsewhere.includes(symbol))
    .map(({ symbol }) => symbol.replace('.', '/'))
    .toSorted();
}

/** The table that dataset.yaml calls `members`. */
export function membersTable(csv: string): string {
  return `symbol,from\n${membersOf(csv)
    .map((symbol) => `${symbol},2021-08-01\n`)
    .join('')}`;
}

// node make-members.ts RSP.csv: writes members.csv beside this file.
const [, program, holdings] = process.argv;
if (program === import.meta.filename && holdings !== undefined)
  writeFileSync(join(import.meta.dirname, 'members.csv'), membersTable(readFileSync(holdings, 'utf8')));
