import { describe, expect, it } from 'vitest';
import { epochDay, isoDate } from '../../calendar/index.ts';
import type { Market } from '../market.ts';
import { opened, refused, yaml } from '../test-folder.ts';
import { valueAsOf } from '../value-as-of.ts';

const LINES =
  '  lines: {files: lines.csv, line: line, company: company, listed_from: from, listed_until: until, known: always, fields: {type: {column: type, type: text}}}\n';
const CAP = '      cap: {column: cap, unit: USD}\n';
const SPLITS =
  'derive:\n  splits: {price: close, value: cap, ratios: ["2:1", "3:1", "3:2", "1:5"], price_tolerance: 0.15, shares_tolerance: 0.05, within: 20}\n';

const dateOf = (i: number) => isoDate(epochDay('2024-01-01') + i);
const told = (market: Market) =>
  market.actions.map((a) => [market.lines.ids[a.line], isoDate(a.exDate), a.kind, a.ratio ?? a.symbol ?? ''].join(' '));

/** Prices of one line from shares (in millions) and the capitalisation over them, a day each. */
async function withSplits(rows: { close: number; shares: number }[], more = '') {
  const csv = rows.map((r, i) => `A,${dateOf(i)},${r.close},1,${r.close * r.shares * 1e6}\n`).join('');
  return opened({ 'dataset.yaml': yaml(SPLITS + more, CAP), 'prices.csv': `line,date,close,volume,cap\n${csv}` }, [
    'close',
  ]);
}
const days = (n: number, close: number, shares: number) => Array.from({ length: n }, () => ({ close, shares }));

describe('splits', () => {
  it('are found where price and shares move on one day', async () => {
    const market = await withSplits([...days(15, 90, 10), ...days(15, 31, 30)]);
    expect(told(market)).toEqual(['A 2024-01-16 split 3']);
    expect(market.counts.find((c) => c.table === 'splits (derived)')?.derived?.[0]?.list).toEqual([
      'A 3:1 on 2024-01-16',
    ]);
  });
  it('are found where the shares come days early, or late', async () => {
    expect(told(await withSplits([...days(15, 90, 10), ...days(2, 90, 30), ...days(15, 30, 30)]))).toEqual([
      'A 2024-01-18 split 3',
    ]);
    expect(told(await withSplits([...days(15, 90, 10), ...days(3, 30, 10), ...days(15, 30, 30)]))).toEqual([
      'A 2024-01-16 split 3',
    ]);
  });
  it('may be reverse', async () =>
    expect(told(await withSplits([...days(15, 2, 50), ...days(15, 10.4, 10)]))).toEqual(['A 2024-01-16 split 0.2']));
  it('are not losses, which are told', async () => {
    const market = await withSplits([...days(15, 90, 10), ...days(15, 30, 10)]);
    expect(told(market)).toEqual([]);
    expect(market.counts.find((c) => c.table === 'splits (derived)')?.leftOut[0]?.rows).toBe(1);
  });
  it('are not a fall by half at which shares are issued', async () =>
    expect(told(await withSplits([...days(15, 20, 10), ...days(8, 10, 10), ...days(12, 10, 20)]))).toEqual([]));
  it('of a table come first', async () => {
    const table = '  actions: {files: actions.csv, line: line, ex_date: ex, known: date, action: what, ratio: r}\n';
    const rows = [...days(15, 90, 10), ...days(15, 30, 30)];
    const csv = rows.map((r, i) => `A,${dateOf(i)},${r.close},1,${r.close * r.shares}\n`).join('');
    const market = await opened(
      {
        'dataset.yaml': yaml(table + SPLITS, CAP),
        'prices.csv': `line,date,close,volume,cap\n${csv}`,
        'actions.csv': 'line,ex,what,r\nA,2024-01-16,split,3\n',
      },
      ['close'],
    );
    expect(market.actions.map((a) => [a.kind, a.row])).toEqual([['split', 2]]);
  });
  it('need fields that are there', async () => {
    const found = await refused({
      'dataset.yaml': yaml(SPLITS),
      'prices.csv': 'line,date,close,volume\nA,2024-01-02,1,1\n',
    });
    expect(found.map((d) => d.message)).toEqual(['`cap` is not a daily number']);
  });
});

const lines = (rows: string) => `line,company,from,until,type\n${rows}`;

describe('changes of symbol', () => {
  const CHANGES = 'derive:\n  symbol_changes: {within: 7, same: [type, place]}\n';
  const values =
    '  part: {kind: values, files: part.csv, line: line, date: from, known: date, fields: {part: {column: part, unit: ratio}}}\n';
  const PLACE = '      place: {column: place, type: text}\n';
  const priceRows =
    'line,date,close,volume,place\nFB,2024-01-01,10,1,N\nFB,2024-01-02,11,1,N\nMETA,2024-01-03,12,1,N\nMETA,2024-01-04,13,1,N\n';
  const files = (table: string, rows = priceRows) => ({
    'dataset.yaml': yaml(LINES + values + CHANGES, PLACE),
    'prices.csv': rows,
    'lines.csv': lines(table),
    'part.csv': 'line,from,part\nFB,2023-01-01,0.8\nMETA,2023-01-01,0.7\n',
  });
  const two = 'FB,Meta,2024-01-01,2024-01-02,common\nMETA,Meta,2024-01-03,2024-01-04,common\n';

  it('make one line, with its symbols, prices and values', async () => {
    const market = await opened(files(two), ['close', 'part']);
    expect(market.lines.ids).toEqual(['META']);
    expect(told(market)).toEqual(['META 2024-01-03 symbol_change META']);
    const [first, last] = [epochDay('2024-01-02'), epochDay('2024-01-03')];
    expect([market.symbolOf(0, first), market.symbolOf(0, last)]).toEqual(['FB', 'META']);
    const at = (field: string, day: number) => valueAsOf(market, market.fields.get(field)!, 0, day, day);
    expect([at('close', first), at('close', last)]).toEqual([11, 12]);
    expect([at('part', first), at('part', last)]).toEqual([0.8, 0.7]);
    expect(isoDate(market.listedFrom[0]!)).toBe('2024-01-01');
    expect(market.lines.index.get('FB')).toBe(0);
  });
  it('are not known before their day', async () => {
    const market = await opened(files(two), ['close'], { to: epochDay('2024-01-02') });
    expect(market.lines.ids).toEqual(['FB', 'META']);
  });
  it('are none where what must be the same differs', async () => {
    const moved = await opened(files(two, priceRows.replace(/META(.*)N/g, 'META$1Y')), ['close']);
    expect(moved.lines.ids).toEqual(['FB', 'META']);
    const warrant = await opened(files(two.replace('2024-01-04,common', '2024-01-04,warrant')), ['close']);
    expect(warrant.lines.ids).toEqual(['FB', 'META']);
  });
  it('are none where two lines could follow', async () => {
    const table = `${two}METB,Meta,2024-01-03,2024-01-04,common\n`;
    const market = await opened(files(table, `${priceRows}METB,2024-01-03,1,1,N\n`), ['close']);
    expect(market.lines.ids).toEqual(['FB', 'META', 'METB']);
    expect(market.counts.find((c) => c.table === 'symbol changes (derived)')?.leftOut[0]?.rows).toBe(2);
  });
});

describe('delistings', () => {
  const rows = (line: string, n: number) => Array.from({ length: n }, (_, i) => `${line},${dateOf(i)},1,1\n`).join('');
  const files = {
    'dataset.yaml': yaml(`${LINES}derive:\n  delistings: {after: 3}\n`),
    'prices.csv': `line,date,close,volume\n${rows('A', 10)}${rows('B', 4)}${rows('C', 6)}${rows('D', 8)}`,
    'lines.csv': lines(
      ['A,A,2024-01-01,,x', 'B,B,2024-01-01,2024-01-04,x', 'C,C,2024-01-01,,x', 'D,D,2024-01-01,,x\n'].join('\n'),
    ),
  };
  it('come on the day after the end of a listing, or of rows', async () => {
    const market = await opened(files);
    expect(told(market)).toEqual(['B 2024-01-05 delisting ', 'C 2024-01-07 delisting ']);
    expect(isoDate(market.listedUntil[2]!)).toBe('2024-01-06');
    expect(market.counts.find((c) => c.table === 'delistings (derived)')?.derived?.map((d) => d.list)).toEqual([
      ['B on 2024-01-05', 'C on 2024-01-07'],
      ['C'],
    ]);
  });
});

describe('optional tables', () => {
  const table =
    '  part: {kind: values, files: part.csv, optional: true, line: line, date: from, known: date, fields: {part: {column: part, unit: ratio, otherwise: 1}}}\n';
  const rows = 'line,date,close,volume\nA,2024-01-02,1,1\n';
  it('that are absent are told, and give what the data set says otherwise', async () => {
    const market = await opened({ 'dataset.yaml': yaml(table), 'prices.csv': rows }, ['part']);
    const day = epochDay('2024-01-02');
    expect(valueAsOf(market, market.fields.get('part')!, 0, day, day)).toBe(1);
    expect(market.counts.find((c) => c.table === 'part')?.leftOut[0]?.reason).toMatch(/part\.csv.*optional/);
  });
  it('are read where they are there', async () => {
    const files = { 'dataset.yaml': yaml(table), 'prices.csv': rows, 'part.csv': 'line,from,part\nA,2024-01-01,0.5\n' };
    const market = await opened(files, ['part']);
    const day = epochDay('2024-01-02');
    expect(valueAsOf(market, market.fields.get('part')!, 0, day, day)).toBe(0.5);
  });
  it('without the word are an error', async () => {
    const found = await refused({ 'dataset.yaml': yaml(table.replace(' optional: true,', '')), 'prices.csv': rows }, [
      'part',
    ]);
    expect(found.map((d) => d.code)).toEqual(['RB5010']);
  });
});
