// Makes the tables of the starter market anew: `node examples/starter/make.ts`. With `--csv` the prices are also written as out/prices.csv,
// for a spreadsheet.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { makeMarket, SEED } from './make/make-market.ts';
import { csv } from './make/tables.ts';

const folder = import.meta.dirname;
const tables = makeMarket(SEED);
const { prices, ...small } = tables;
for (const [name, rows] of Object.entries(small)) writeFileSync(join(folder, `${name}.csv`), csv(rows));

const out = join(folder, 'out');
const pricesCsv = join(out, 'prices.csv');
mkdirSync(out, { recursive: true });
writeFileSync(pricesCsv, csv(prices));
const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;
const database = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
await database.run(`
  copy (
    select line, date, close, volume
    from read_csv(${quoted(pricesCsv)}, header = true,
      columns = { line: 'VARCHAR', date: 'DATE', close: 'DECIMAL(9,2)', volume: 'INTEGER' })
    order by line, date
  ) to ${quoted(join(folder, 'prices.parquet'))} (format parquet, compression zstd, parquet_version v2)
`);
database.closeSync();
if (!process.argv.includes('--csv')) rmSync(out, { recursive: true });
