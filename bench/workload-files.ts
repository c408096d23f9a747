import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoDate } from '../src/calendar/index.ts';
import { loadWorkload } from './duckdb-peer.ts';
import { workloadText } from './workload-plan.ts';
import type { Workload } from './workload-data.ts';

/** The fields of the workload, each a column of `prices.parquet`. */
export const workloadFields = ['close', 'volume', 'shares', 'float'];

const description = `dataset: workload
about: The workload of the benchmark as files, one row for each line and day.
tables:
  prices:
    files: prices.parquet
    line: line
    date: date
    known: date
    fields:
      close: { column: close, unit: USD per share }
      volume: { column: volume, unit: shares }
      shares: { column: shares, unit: shares }
      float: { column: float, unit: ratio }
  lines:
    files: lines.csv
    line: line
    company: line
    symbol: line
    name: line
    currency: { constant: USD }
    listed_from: listed_from
    listed_until: listed_until
    known: always
  actions:
    files: actions.csv
    line: line
    ex_date: ex_date
    known: date
    action: kind
  sessions:
    files: sessions.csv
    known: always
    calendar: calendar
    date: date
`;

/** Writes a workload to a folder as an analyst would have it: a data set with its prices in Parquet by day, and the rulebook. */
export async function writeWorkload(work: Workload, folder: string): Promise<void> {
  const { lines: n, days: t, dates } = work;
  const id = (line: number) => `W${String(line).padStart(4, '0')}`;
  const day = (place: number) => isoDate(dates[place]!);
  const connection = await loadWorkload(work);
  await connection.run(
    `create table dates as select unnest(range(${t}))::integer as day, date '1970-01-01' + unnest([${dates.join()}]::integer[]) as date`,
  );
  await connection.run(
    `copy (select format('W{:04d}', line) as line, date, close, volume, shares, ff as float from facts join dates using (day) order by date, line)
    to '${join(folder, 'prices.parquet')}' (format parquet, compression snappy)`,
  );
  const write = (name: string, head: string, rows: string[]) =>
    writeFileSync(join(folder, name), `${[head, ...rows].join('\n')}\n`);
  const lines = Array.from({ length: n }, (_, line) => line);
  const gone = lines.filter((line) => work.end[line]! < t);
  write(
    'lines.csv',
    'line,listed_from,listed_until',
    lines.map((line) => `${id(line)},${day(work.first[line]!)},${day(work.end[line]! - 1)}`),
  );
  write(
    'actions.csv',
    'line,ex_date,kind',
    gone.map((line) => `${id(line)},${day(work.end[line]!)},delisting`),
  );
  write(
    'sessions.csv',
    'calendar,date',
    Array.from(dates, (date) => `BENCH,${isoDate(date)}`),
  );
  writeFileSync(join(folder, 'dataset.yaml'), description);
  writeFileSync(join(folder, 'workload.rulebook'), workloadText(work));
}
