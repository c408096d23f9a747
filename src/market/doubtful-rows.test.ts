import { describe, expect, it } from 'vitest';
import { opened, prices, refused, yaml } from './test-folder.ts';

const LINES = '  lines: {files: lines.csv, line: line, company: company, symbol: symbol, known: always}\n';
const lines = 'line,company,symbol\nA,Alpha,FOO\nB,Beta,FOO\nC,Gamma,CC\n';
const close = prices('C,2024-01-02,5,1\n');

async function told(table: string, csv: string, listed = lines) {
  const findings = await refused({
    'dataset.yaml': yaml(LINES + table),
    'prices.csv': close,
    'lines.csv': listed,
    'more.csv': csv,
  });
  return findings.map((d) => `${d.code} ${d.spans[0]?.row} ${d.spans[0]?.column} ${d.message}`);
}

describe('mergers that cannot be', () => {
  const actions =
    '  actions: {files: more.csv, line: id, ex_date: date, known: date, action: kind, other: other, ratio: ratio}\n';
  const rows = (...more: string[]) => told(actions, `id,date,kind,other,ratio\n${more.join('\n')}\n`);

  it('a line that buys itself', async () => {
    expect(await rows('A,2024-01-03,merger_stock,A,0.5')).toEqual([
      expect.stringMatching(/^RB5039 2 other A merger_stock of `A` names the line itself/),
    ]);
    expect(await rows('A,2024-01-03,spin_off,A,0.5')).toEqual([expect.stringMatching(/^RB5039 2 other A spin_off/)]);
  });
  it('lines that buy one another', async () => {
    expect(
      await rows('C,2024-01-03,merger_stock,A,1', 'A,2024-01-03,merger_stock,B,1', 'B,2024-01-03,merger_stock,A,1'),
    ).toEqual([expect.stringMatching(/^RB5039 3 other Lines merge into one another on one day.*and in 1 more row/)]);
  });
  it('a buyer that nobody knows', async () => {
    expect(await rows('A,2024-01-03,merger_stock,ZZ,1')).toEqual([
      expect.stringMatching(/^RB5031 2 other The other line of a merger_stock is not in the data set: `ZZ`/),
    ]);
  });
});

describe('a symbol that two lines have at once', () => {
  const both = '`FOO` is the symbol of `A` and `B` on one day';

  it('is no mistake where nothing is named by it', async () => {
    const market = await opened({ 'dataset.yaml': yaml(LINES), 'prices.csv': close, 'lines.csv': lines });
    expect(market.lines.ids).toEqual(['A', 'B', 'C']);
  });
  it('in members', async () => {
    const table = '  members: {kind: constituents, files: more.csv, index: i, symbol: s, from: from, known: date}\n';
    expect(await told(table, 'i,s,from\nX,CC,2024-01-02\nX,FOO,2024-01-02\n')).toEqual([
      expect.stringContaining(`RB5040 3 s ${both}`),
    ]);
  });
  it('in actions and values', async () => {
    const actions =
      '  actions: {files: more.csv, symbol_key: s, ex_date: date, known: date, action: kind, ratio: ratio}\n';
    expect(await told(actions, 's,date,kind,ratio\nFOO,2024-01-02,split,2\n')).toEqual([
      expect.stringContaining(`RB5040 2 s ${both}`),
    ]);
  });
  it('in decisions', async () => {
    const table =
      '  decisions: {files: more.csv, date: date, known: date, event: e, action: a, subject: s, author: w, reason: r}\n';
    const row = (subject: string) => `date,e,a,s,w,r\n2024-01-02,review,add,${subject},us,why\n`;
    expect(await told(table, row('FOO'))).toEqual([expect.stringContaining(`RB5040 2 s ${both}`)]);
    const files = { 'dataset.yaml': yaml(LINES + table), 'prices.csv': close, 'lines.csv': lines };
    for (const subject of ['A', 'CC', 'Alpha'])
      expect((await opened({ ...files, 'more.csv': row(subject) })).decisions).toHaveLength(1);
  });
});

describe('closes in another currency than their line', () => {
  const declared = (currency: string) => LINES.replace('known', `currency: {constant: ${currency}}, known`);
  const files = (unit: string, currency: string) => ({
    'dataset.yaml': yaml(declared(currency)).replace('USD per share', unit),
    'prices.csv': close,
    'lines.csv': lines,
  });

  it('are told at the unit', async () => {
    const [found, ...others] = await refused(files('EUR per share', 'USD'));
    expect(found?.message).toBe('`close` is in `EUR per share`, but 3 of the 3 lines, such as `A`, trade in USD');
    expect(found).toMatchObject({ code: 'RB5033', spans: [{ file: 'dataset.yaml', row: 9 }] });
    expect(others).toEqual([]);
  });
  it('are sound where both say the same, or the lines nothing', async () => {
    expect((await opened(files('EUR per share', 'EUR'))).currencyOf).toEqual(['EUR', 'EUR', 'EUR']);
    expect((await opened(files('currency per share', 'USD'))).currencyOf).toEqual(['USD', 'USD', 'USD']);
    const silent = { ...files('EUR per share', 'EUR'), 'dataset.yaml': yaml(LINES).replace('USD', 'EUR') };
    expect((await opened(silent)).currencyOf).toEqual(['EUR', 'EUR', 'EUR']);
  });
});

describe('`otherwise` follows the rules of cells', () => {
  const field = (more: string) => ({
    'dataset.yaml': yaml().replace('{column: volume, unit: shares}', `{column: volume, ${more}}`),
    'prices.csv': 'line,date,close,volume\nA,2024-01-02,10.5,\n',
  });
  it.each([
    ['unit: USD per share, otherwise: -1', 'RB5023', '`otherwise: -1` is negative'],
    ['unit: USD per share, otherwise: 0', 'RB5024', '`otherwise: 0` is zero'],
    ['unit: number, otherwise: abc', 'RB5020', '`otherwise: abc` is not a number'],
    ['unit: number, otherwise: true', 'RB5020', '`otherwise: true` is not a number'],
    ['type: date, otherwise: soon', 'RB5022', '`otherwise: soon` is not a date'],
    ['type: yes/no, otherwise: 7', 'RB5027', '`otherwise: 7` is neither yes nor no'],
  ])('%s', async (more, code, message) => {
    const found = await refused(field(more));
    expect(found.map((d) => [d.code, d.message, d.spans[0]?.file])).toEqual([[code, message, 'dataset.yaml']]);
  });
  it.each([
    ['unit: number, otherwise: -1, allow: [negative]', -1],
    ['unit: number, otherwise: "2.5"', 2.5],
    ['type: yes/no, otherwise: yes', 1],
    ['type: date, otherwise: 1970-01-11', 10],
  ])('%s', async (more, value) => {
    const column = (await opened(field(more))).fields.get('volume');
    expect(column).toMatchObject({ values: Float64Array.of(value) });
  });
});
