import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { epochDay, isoDate } from '../calendar/index.ts';
import { ALWAYS, OPEN_END } from './market.ts';
import { openMarket } from './open-market.ts';
import { dataFolder, opened, prices, refused, yaml } from './test-folder.ts';
import { textAsOf, valueAsOf } from './value-as-of.ts';

const day = epochDay;

describe('prices', () => {
  it('are dense by line and day, NaN where there is no row', async () => {
    const market = await opened({ 'dataset.yaml': yaml(), 'prices.csv': prices() });
    expect(market.lines.ids).toEqual(['A', 'B']);
    expect([...market.days].map(isoDate)).toEqual(['2024-01-02', '2024-01-03']);
    const close = market.fields.get('close');
    expect(close?.kind === 'series' && [...close.values]).toEqual([10.5, 11, 20, Number.NaN]);
    expect([...market.listedUntil].map(isoDate)).toEqual(['2024-01-03', '2024-01-02']);
  });

  it('are the same whatever the order of rows and files', async () => {
    const [header, ...rows] = prices().trim().split('\n');
    const files = {
      'dataset.yaml': yaml().replace('prices.csv', 'p/*.csv'),
      'p/1.csv': `${header}\n${rows[2]}\n`,
      'p/2.csv': `${header}\n${rows[1]}\n${rows[0]}\n`,
    };
    const market = await opened(files);
    const other = await opened({ 'dataset.yaml': yaml(), 'prices.csv': prices() });
    expect(market.fields.get('close')).toEqual(other.fields.get('close'));
    expect(market.digest).not.toBe(other.digest);
  });

  it('twice in different files are found', async () => {
    const files = { 'dataset.yaml': yaml().replace('prices.csv', 'p/*.csv'), 'p/1.csv': prices(), 'p/2.csv': prices() };
    const findings = await refused(files);
    expect(findings.map((d) => [d.code, d.spans[0]?.file])).toEqual([['RB5030', 'p/2.csv']]);
  });

  it('of two tables with the same fields are read as one', async () => {
    const second =
      '  more: {kind: prices, files: more.csv, line: id, date: day, known: date, fields: {close: {column: c, unit: USD per share}, volume: {column: v, unit: shares}}}\n';
    const sheet = yaml(second);
    const market = await opened({
      'dataset.yaml': sheet,
      'prices.csv': prices(),
      'more.csv': 'id,day,c,v\nC,2024-01-03,7,8\n',
    });
    expect(market.lines.ids).toEqual(['A', 'B', 'C']);
    expect(valueAsOf(market, market.fields.get('close')!, 2, day('2024-01-03'), OPEN_END)).toBe(7);
    const findings = await refused({
      'dataset.yaml': sheet,
      'prices.csv': prices(),
      'more.csv': 'id,day,c,v\nB,2024-01-02,7,8\n',
    });
    expect(findings.map((d) => [d.code, d.spans[0]?.file])).toEqual([['RB5030', 'more.csv']]);
  });

  it('of two tables with other fields stand side by side', async () => {
    const second =
      '  more: {kind: prices, files: more.csv, line: id, date: day, known: date, fields: {open: {column: o, unit: USD per share}}}\n';
    const market = await opened(
      { 'dataset.yaml': yaml(second), 'prices.csv': prices(), 'more.csv': 'id,day,o\nB,2024-01-03,7\n' },
      ['close', 'open'],
    );
    expect(valueAsOf(market, market.fields.get('open')!, 1, day('2024-01-03'), OPEN_END)).toBe(7);
    expect(valueAsOf(market, market.fields.get('close')!, 1, day('2024-01-03'), OPEN_END)).toBe(20);
  });

  it('can be bounded by days', async () => {
    const market = await opened({ 'dataset.yaml': yaml(), 'prices.csv': prices() }, ['close'], {
      from: day('2024-01-03'),
    });
    expect([...market.days].map(isoDate)).toEqual(['2024-01-03']);
  });

  it('hold only the fields asked for', async () => {
    const market = await opened({ 'dataset.yaml': yaml(), 'prices.csv': prices() }, ['volume']);
    expect([...market.fields.keys()]).toEqual(['volume']);
  });

  it('read columns named like anything', async () => {
    const csv = '"r","p""x",l\'s,d\nA,2024-01-02,1,5\n';
    const sheet =
      'dataset: t\ntables:\n  prices:\n    files: prices.csv\n    line: r\n    date: p"x\n    known: date\n    fields: {close: {column: l\'s, unit: USD per share}, k: {column: d, unit: number}}\n';
    const market = await opened({ 'dataset.yaml': sheet, 'prices.csv': csv }, ['close', 'k']);
    expect(valueAsOf(market, market.fields.get('k')!, 0, day('2024-01-02'), OPEN_END)).toBe(5);
  });

  it('keep tickers that look like something else', async () => {
    const csv =
      'line,date,close,volume\nON,2024-01-02,1,1\nNO,2024-01-02,1,1\nNA,2024-01-02,1,1\nTRUE,2024-01-02,1,1\nNULL,2024-01-02,1,1\nnan,2024-01-02,1,1\n1e5,2024-01-02,1,1\n';
    const market = await opened({ 'dataset.yaml': yaml(), 'prices.csv': csv });
    expect(market.lines.ids).toEqual(['1e5', 'NA', 'NO', 'NULL', 'ON', 'TRUE', 'nan']);
  });

  it('with CRLF and a byte-order mark', async () => {
    const market = await opened({ 'dataset.yaml': yaml(), 'prices.csv': `\ufeff${prices().replaceAll('\n', '\r\n')}` });
    expect(market.counts[0]).toMatchObject({ read: 3, used: 3 });
  });

  it('with line ends of two kinds are refused: RB5016', async () => {
    const findings = await refused({
      'dataset.yaml': yaml(),
      'prices.csv': 'line,date,close,volume\r\nA,2024-01-02,1,1\nB,2024-01-02,1,1\r\n',
    });
    expect(findings.map((d) => d.code)).toEqual(['RB5016']);
  });
});

describe('what is left out is counted and listed', () => {
  it('bad rows, where the data set says so', async () => {
    const csv = prices('C,2024-01-02,-1,1\nC,2024-01-03,-2,1\nA,2024-01-02,99,1\nB,2024-01-03,x,1\n');
    const market = await opened({ 'dataset.yaml': yaml('', '    on_bad_rows: leave_out\n'), 'prices.csv': csv });
    const { read, used, leftOut } = market.counts[0]!;
    expect({ read, used, leftOut: leftOut.map((l) => [l.reason, l.rows]) }).toEqual({
      read: 7,
      used: 2,
      leftOut: [
        ['`close` is not a number:', 1],
        ['`close` is negative:', 2],
        ['There are several rows for', 2],
      ],
    });
    expect(leftOut[1]?.examples[0]).toMatch(/prices\.csv row 5: -1$/);
    expect(valueAsOf(market, market.fields.get('close')!, 0, day('2024-01-02'), OPEN_END)).toBeNaN();
  });

  it('rows that `where` does not keep', async () => {
    const market = await opened({ 'dataset.yaml': yaml('', '    where: {line: [A]}\n'), 'prices.csv': prices() });
    expect(market.lines.ids).toEqual(['A']);
    expect(market.counts[0]).toMatchObject({ read: 3, used: 2, leftOut: [{ rows: 1 }] });
  });

  it('values that mean "not known"', async () => {
    const sheet = yaml().replace('unit: shares', 'unit: shares, missing: [0, n/a]');
    const market = await opened({ 'dataset.yaml': sheet, 'prices.csv': prices('B,2024-01-03,1,n/a\n') });
    expect(market.counts[0]?.missing).toEqual([{ field: 'volume', values: 2 }]);
    expect(valueAsOf(market, market.fields.get('volume')!, 0, day('2024-01-03'), OPEN_END)).toBe(100);
  });
});

describe('numbers', () => {
  const number = async (written: string, how = 'unit: ratio') => {
    const market = await opened({
      'dataset.yaml': yaml().replace('unit: shares', how),
      'prices.csv': `line,date,close,volume\nA,2024-01-02,1,${written}\n`,
    });
    return valueAsOf(market, market.fields.get('volume')!, 0, day('2024-01-02'), OPEN_END);
  };

  it('are exactly what the file says', async () => {
    for (const written of [
      '0.15198707565833',
      '123456789012345.6',
      '1.2300000000000000000000',
      '+.5',
      '1e-7',
      '35210678464352',
    ])
      expect(await number(written)).toBe(Number(written));
  });
  it('of percent are divided by a hundred exactly', async () => {
    for (const [written, value] of [
      ['12.5', 0.125],
      ['0.07', 0.0007],
      ['1.1', 0.011],
      ['2.3e1', 0.23],
      ['35.7', 0.357],
    ] as const)
      expect(await number(written, 'unit: percent')).toBe(value);
  });
  it('are scaled by powers of ten exactly', async () => {
    expect(await number('1.1', 'unit: shares, scale: 1000')).toBe(1100);
    expect(await number('4.35', 'unit: shares, scale: 100')).toBe(435);
  });
});

describe('Parquet files', () => {
  const sheet = yaml().replace('prices.csv', 'p.parquet');
  async function parquet(sql: string): Promise<string> {
    const folder = dataFolder({ 'dataset.yaml': sheet });
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`COPY (${sql}) TO '${join(folder, 'p.parquet')}'`);
    return folder;
  }
  const row = (date: string, close: string, volume: string) =>
    `SELECT 'A' AS line, ${date} AS date, ${close} AS close, ${volume} AS volume`;
  const read = async (sql: string) => {
    const result = await openMarket(await parquet(sql), { fields: ['close', 'volume'] });
    return 'market' in result
      ? ['close', 'volume'].map((f) =>
          valueAsOf(result.market, result.market.fields.get(f)!, 0, day('2024-01-02'), OPEN_END),
        )
      : result.diagnostics.map((d) => [d.code, d.spans[0]?.row]);
  };
  const date = "DATE '2024-01-02'";

  it('with decimals, small floats, whole numbers and times of midnight', async () => {
    expect(await read(row(date, '10.25::DECIMAL(18,4)', '7::UTINYINT'))).toEqual([10.25, 7]);
    expect(await read(row("TIMESTAMP '2024-01-02 00:00:00'", '0.1::FLOAT', '9007199254740993::BIGINT - 1'))).toEqual([
      0.1, 9007199254740992,
    ]);
    expect(await read(row("'2024-01-02'", "'3.5'", 'NULL::DOUBLE'))).toEqual([3.5, Number.NaN]);
  });
  it('with what cannot be kept', async () => {
    expect(await read(row(date, '1.0', '9007199254740993::BIGINT'))).toEqual([['RB5021', 1]]);
    expect(await read(row(date, "'inf'::DOUBLE", '1'))).toEqual([['RB5020', 1]]);
    expect(await read(row(date, '1.00000000000000000001::DECIMAL(38,20)', '1'))).toEqual([['RB5021', 1]]);
    expect(await read(row("TIMESTAMP '2024-01-02 09:30:00'", '1.0', '1'))).toEqual([['RB5022', 1]]);
  });
  it('tell the row', async () => {
    expect(await read(`${row(date, '1.0', '1')} UNION ALL ${row("DATE '2024-01-03'", '-1.0', '1')}`)).toEqual([
      ['RB5023', 2],
    ]);
  });
});

describe('values that hold from a date on', () => {
  const table =
    '  shares: {kind: values, files: s.csv, line: line, date: date, known: {column: known}, fields: {shares: {column: n, unit: shares, otherwise: 7}}}\n';
  const csv =
    'line,date,known,n\nA,2024-03-31,2024-05-10,130\nA,2023-12-31,2024-02-10,100\nA,2023-12-31,2024-06-01,105\n';

  it('are seen by what was known', async () => {
    const market = await opened({ 'dataset.yaml': yaml(table), 'prices.csv': prices(), 's.csv': csv }, ['shares']);
    const shares = (asOf: string, knownBy: string) =>
      valueAsOf(market, market.fields.get('shares')!, 0, day(asOf), day(knownBy));
    expect(shares('2024-02-09', '2024-02-09')).toBeNaN();
    expect(shares('2024-02-10', '2024-02-10')).toBe(100);
    expect(shares('2024-04-01', '2024-04-01')).toBe(100);
    expect(shares('2024-05-10', '2024-05-10')).toBe(130);
    expect(shares('2024-03-30', '2024-05-31')).toBe(100);
    expect(shares('2024-03-30', '2024-06-01')).toBe(105);
  });

  it('have the declared value where the table does not name a line', async () => {
    const market = await opened({ 'dataset.yaml': yaml(table), 'prices.csv': prices(), 's.csv': csv }, ['shares']);
    expect(valueAsOf(market, market.fields.get('shares')!, 1, day('2024-01-02'), ALWAYS)).toBe(7);
  });

  it('of groups and of the whole market', async () => {
    const more =
      '  g: {kind: values, files: g.csv, group: {sector: s}, known: always, fields: {risk: {column: x, unit: number}}}\n  m: {kind: values, files: m.csv, market: true, date: d, known: date, fields: {divisor: {column: x, unit: number}, label: {column: t, type: text}}}\n';
    const market = await opened(
      {
        'dataset.yaml': yaml(more),
        'prices.csv': prices(),
        'g.csv': 's,x\nTech,2\nBanks,1\n',
        'm.csv': 'd,x,t\n2024-01-02,0.152,old\n2024-01-03,0.151,new\n',
      },
      ['risk', 'divisor', 'label'],
    );
    expect(market.groups.get('sector')?.ids).toEqual(['Banks', 'Tech']);
    expect(valueAsOf(market, market.fields.get('risk')!, 1, ALWAYS, ALWAYS)).toBe(2);
    expect(valueAsOf(market, market.fields.get('divisor')!, 0, day('2024-01-09'), OPEN_END)).toBe(0.151);
    expect(textAsOf(market, market.fields.get('label')!, 0, day('2024-01-02'), OPEN_END)).toBe('old');
  });
});

describe('lines that were there when the data begin', () => {
  const lines = (start: string) =>
    `  lines: {files: lines.csv, line: line, company: line, known: always, listed_from: {column: seen, at_start: ${start}}}\n`;
  const files = (start: string) => ({
    'dataset.yaml': yaml(lines(start)),
    'prices.csv': prices(),
    'lines.csv': 'line,seen\nA,2024-01-02\nB,2024-01-03\n',
  });

  it('were listed before, on the day that stands for the unknown one', async () => {
    const market = await opened(files('2000-01-01'), ['close', 'listed_from']);
    expect([...market.listedFrom].map(isoDate)).toEqual(['2000-01-01', '2024-01-03']);
    const field = market.fields.get('listed_from')!;
    expect(field.kind === 'steps' && [...field.values].map(isoDate)).toEqual(['2000-01-01', '2024-01-03']);
  });

  it.each(['2024-01-03', '2000-02-30'])('not on %s', async (start) => {
    expect((await refused(files(start))).map((d) => d.code)).toEqual(['RB5009']);
  });
});
