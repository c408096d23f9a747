import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase, sqlText } from './database.ts';
import { dataFolder, prices, refused, yaml } from './test-folder.ts';

// Files whose reader fails long after it has given the first rows: none of them may count as read.

const lines = (count: number, end: string, from = 0) =>
  Array.from({ length: count }, (_, i) => `L${from + i},${'x'.repeat(80)}${end}`).join('');

const values = '  lines: {files: lines.csv, line: line, company: company, known: always}\n';

it.each([
  ['at the end', lines(11_030, '\r\n') + lines(1, '\n', 11_030), 11_032, 'LF, the lines before it with CR LF'],
  [
    'far down',
    lines(150_000, '\n') + lines(1, '\r\n', 150_000) + lines(5_000, '\n', 150_001),
    150_002,
    'CR LF, the lines before it with LF',
  ],
])('a line that ends in another way %s', async (_, rows, row, ends) => {
  const header = rows.includes('x\r\nL1,') ? 'line,company\r\n' : 'line,company\n';
  const [found, ...others] = await refused({
    'dataset.yaml': yaml(values),
    'prices.csv': prices(),
    'lines.csv': header + rows,
  });
  expect(others).toEqual([]);
  expect([found!.code, found!.spans[0]!.row]).toEqual(['RB5016', row]);
  expect(found!.message).toBe(`\`lines.csv\` cannot be read: line ${row.toLocaleString('en')} ends with ${ends}`);
  expect(found!.help).toBe('Save the file anew, so that all of its lines end in the same way');
});

it('a cell over several lines in a file whose lines end with CR LF is none', async () => {
  const text = 'line,date,close,volume\r\nA,2024-01-02,10.5,100\r\n"B\nC",2024-01-02,x,100\r\n';
  const [found] = await refused({ 'dataset.yaml': yaml(), 'prices.csv': text });
  expect([found!.code, found!.spans[0]!.row]).toEqual(['RB5020', 3]);
});

it('a Parquet file that is broken far inside', async () => {
  const path = join(dataFolder({}), 'prices.parquet');
  const database = await openDatabase();
  await database.run(
    `COPY (SELECT 'L' || i AS line, DATE '2024-01-02' AS date, 1.5 + i AS close, i AS volume FROM range(300000) t(i)) TO ${sqlText(path)} (FORMAT parquet, ROW_GROUP_SIZE 50000)`,
  );
  database.close();
  const bytes = readFileSync(path);
  bytes.fill(0x5a, Math.floor(bytes.length * 0.75), Math.floor(bytes.length * 0.9));
  const [found, ...others] = await refused({
    'dataset.yaml': yaml().replace('prices.csv', 'prices.parquet'),
    'prices.parquet': bytes,
  });
  expect(others).toEqual([]);
  expect(found!.code).toBe('RB5016');
});
