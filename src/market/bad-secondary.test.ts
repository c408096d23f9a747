import { describe, expect, it } from 'vitest';
import { opened, prices, refused, yaml } from './test-folder.ts';

const LINES =
  '  lines: {files: lines.csv, line: line, company: company, symbol: symbol, listed_from: from, listed_until: until, known: always}\n';
const lines = (more = '') =>
  `line,company,symbol,from,until\nA,Alpha,AA,2024-01-02,\nB,Beta,BB,2024-01-02,2024-01-02\n${more}`;

/** Code, file, line, and label of each finding of a data set with prices, lines and one more table. */
async function told(table: string, csv: string, fields?: string[]) {
  const findings = await refused(
    { 'dataset.yaml': yaml(LINES + table), 'prices.csv': prices(), 'lines.csv': lines(), 'more.csv': csv },
    fields,
  );
  return findings.map((d) => [d.code, d.spans[0]?.file, d.spans[0]?.row, d.spans[0]?.label]);
}

describe('tables of lines', () => {
  const withLines = (row: string) =>
    refused({ 'dataset.yaml': yaml(LINES), 'prices.csv': prices(), 'lines.csv': lines(row) });

  it('a line twice: RB5030', async () => {
    expect((await withLines('A,Alpha,AA,,\n')).map((d) => [d.code, d.spans[0]?.row])).toEqual([['RB5030', 4]]);
  });
  it('listed until before it is listed from: RB5035', async () => {
    expect((await withLines('C,Gamma,CC,2024-01-03,2024-01-02\n')).map((d) => [d.code, d.spans[0]?.row])).toEqual([
      ['RB5035', 4],
    ]);
  });
  it('no company: RB5025', async () => {
    expect((await withLines('C,,CC,,\n')).map((d) => [d.code, d.spans[0]?.column])).toEqual([['RB5025', 'company']]);
  });
});

describe('tables of values', () => {
  const shares = (key: string) =>
    `  shares: {kind: values, files: more.csv, ${key}, date: date, known: {column: known}, fields: {shares: {column: n, unit: shares}}}\n`;

  it('an unknown line: RB5031', async () => {
    expect(await told(shares('line: id'), 'id,date,known,n\nX,2024-01-02,2024-01-02,1\n', ['shares'])).toEqual([
      ['RB5031', 'more.csv', 2, '`X`'],
    ]);
  });
  it('an unknown company: RB5032', async () => {
    expect(await told(shares('company: id'), 'id,date,known,n\nX,2024-01-02,2024-01-02,1\n', ['shares'])).toEqual([
      ['RB5032', 'more.csv', 2, '`X`'],
    ]);
  });
  it('two rows for one date: RB5030', async () => {
    expect(
      await told(shares('line: id'), 'id,date,known,n\nA,2024-01-02,2024-01-02,1\nA,2024-01-02,2024-01-02,2\n', [
        'shares',
      ]),
    ).toEqual([['RB5030', 'more.csv', 3, '`A`']]);
  });
  it('no date on which it was known: RB5025', async () => {
    expect((await told(shares('line: id'), 'id,date,known,n\nA,2024-01-02,,1\n', ['shares']))[0]?.[0]).toBe('RB5025');
  });
  it('a text that the map lacks: RB5026', async () => {
    const table =
      '  kinds: {kind: values, files: more.csv, line: id, known: always, fields: {kind: {column: k, type: text, map: {c: common}}}}\n';
    expect(await told(table, 'id,k\nA,c\nB,d\n', ['kind'])).toEqual([['RB5026', 'more.csv', 3, '`d`']]);
  });
  it('neither yes nor no: RB5027', async () => {
    const table =
      '  flags: {kind: values, files: more.csv, line: id, known: always, fields: {flag: {column: k, type: yes/no}}}\n';
    expect(await told(table, 'id,k\nA,yes\nB,maybe\n', ['flag'])).toEqual([['RB5027', 'more.csv', 3, '`maybe`']]);
  });
  it('another currency than the unit: RB5033', async () => {
    const table =
      '  dues: {kind: values, files: more.csv, line: id, known: always, currency: cur, fields: {due: {column: n, unit: USD}}}\n';
    expect(await told(table, 'id,cur,n\nA,USD,1\nB,EUR,1\n', ['due'])).toEqual([['RB5033', 'more.csv', 3, '`EUR`']]);
  });
});

describe('prices in several currencies: RB5033', () => {
  const csv = (b: string, a = 'USD') =>
    `line,date,close,volume,cur\nA,2024-01-02,1,1,USD\nB,2024-01-02,1,1,${b}\nA,2024-01-03,1,1,${a}\n`;
  const sheet = (unit: string) => yaml('', '    currency: cur\n').replace('USD per share', unit);

  it('one line in two', async () => {
    const findings = await refused({ 'dataset.yaml': sheet('currency per share'), 'prices.csv': csv('EUR', 'GBP') });
    expect(findings.map((d) => [d.code, d.spans[0]?.row, d.spans[0]?.label])).toEqual([['RB5033', 4, '`A in GBP`']]);
  });
  it('a row in another than the unit', async () => {
    const findings = await refused({ 'dataset.yaml': sheet('USD per share'), 'prices.csv': csv('EUR') });
    expect(findings.map((d) => [d.code, d.spans[0]?.row])).toEqual([['RB5033', 3]]);
  });
  it("lines may each have their own where the unit is the line's", async () => {
    const market = await opened({ 'dataset.yaml': sheet('currency per share'), 'prices.csv': csv('EUR') });
    expect(market.currencyOf).toEqual(['USD', 'EUR']);
  });
  it("the line's own currency has to be known: RB5009", async () => {
    const findings = await refused({
      'dataset.yaml': yaml().replace('USD per share', 'currency per share'),
      'prices.csv': prices(),
    });
    expect(findings.map((d) => d.code)).toEqual(['RB5009']);
  });
});

describe('tables of actions, decisions, rates, levels', () => {
  const actions =
    '  actions: {files: more.csv, line: id, ex_date: ex, known: {column: known}, action: what, ratio: ratio, other: other}\n';
  const action = (row: string) => told(actions, `id,ex,known,what,ratio,other\n${row}\n`);

  it('an unknown kind: RB5028', async () =>
    expect((await action('A,2024-01-03,2024-01-02,slit,2,'))[0]?.[0]).toBe('RB5028'));
  it('known after it took effect: RB5034', async () =>
    expect((await action('A,2024-01-03,2024-01-04,split,2,'))[0]?.[0]).toBe('RB5034'));
  it('a term missing: RB5037', async () =>
    expect((await action('A,2024-01-03,2024-01-02,split,,'))[0]?.[0]).toBe('RB5037'));
  it('an unknown other line: RB5031', async () =>
    expect(await action('A,2024-01-03,2024-01-02,merger_stock,2,X')).toEqual([['RB5031', 'more.csv', 2, '`X`']]));
  it('twice: RB5030', async () =>
    expect((await action('A,2024-01-03,2024-01-02,split,2,\nA,2024-01-03,2024-01-02,split,2,'))[0]?.[0]).toBe(
      'RB5030',
    ));

  it('a split again as a stock dividend: RB5030', async () => {
    const found = await action('A,2024-01-03,2024-01-02,split,1.05,\nA,2024-01-03,2024-01-02,stock_dividend,0.05,');
    expect(found).toEqual([['RB5030', 'more.csv', 3, '`A`']]);
  });
  describe('dividends', () => {
    const table =
      '  actions: {files: more.csv, line: id, ex_date: ex, known: date, action: what, amount: amount, currency: currency}\n';
    const dividends = (...rows: string[]) =>
      told(table, `id,ex,what,amount,currency\n${rows.map((row) => `A,2024-01-03,${row}\n`).join('')}`);
    it('the same row twice: RB5030', async () =>
      expect(await dividends('cash_dividend,0.5,', 'cash_dividend,0.5,')).toEqual([['RB5030', 'more.csv', 3, '`A`']]));
    it('not smaller than the close before: RB5038', async () =>
      expect(await dividends('cash_dividend,10.5,')).toEqual([
        ['RB5038', 'more.csv', 2, '`A: 10.5 at a close of 10.5`'],
      ]));
    it('of other amounts or in another currency, and special ones: fine', async () => {
      const rows = 'id,ex,what,amount,currency\nA,2024-01-03,cash_dividend,0.5,\nA,2024-01-03,cash_dividend,0.25,\n';
      const more = 'A,2024-01-03,cash_dividend,90,JPY\nA,2024-01-03,special_dividend,0.5,\n';
      const market = await opened({ 'dataset.yaml': yaml(table), 'prices.csv': prices(), 'more.csv': rows + more });
      expect(market.actions).toHaveLength(4);
    });
  });

  it('a decision known after it holds: RB5034', async () => {
    const table =
      '  decisions: {files: more.csv, date: d, known: {column: k}, event: e, action: a, author: w, reason: r}\n';
    expect((await told(table, 'd,k,e,a,w,r\n2024-01-02,2024-01-03,special,call,Committee,why\n'))[0]?.[0]).toBe(
      'RB5034',
    );
  });
  it('a decision without a reason: RB5025', async () => {
    const table = '  decisions: {files: more.csv, date: d, known: date, event: e, action: a, author: w, reason: r}\n';
    expect((await told(table, 'd,e,a,w,r\n2024-01-02,special,call,Committee,\n'))[0]?.[0]).toBe('RB5025');
  });
  it('two rates of one day: RB5030', async () => {
    const table = '  fx: {files: more.csv, date: d, known: date, base: b, quote: q, rate: r}\n';
    expect((await told(table, 'd,b,q,r\n2024-01-02,EUR,USD,1.1\n2024-01-02,EUR,USD,1.2\n'))[0]?.[0]).toBe('RB5030');
  });
  it('two levels of one day: RB5030', async () => {
    const table =
      '  levels: {files: more.csv, index: {constant: X}, variant: {constant: price_return}, date: d, known: date, value: v}\n';
    expect((await told(table, 'd,v\n2024-01-02,100\n2024-01-02,101\n'))[0]?.[0]).toBe('RB5030');
  });
});

describe('tables of constituents', () => {
  const table =
    '  members: {kind: constituents, files: more.csv, index: {constant: X}, symbol: s, from: f, until: u, known: date}\n';

  it('ends before it begins: RB5035', async () =>
    expect(await told(table, 's,f,u\nAA,2024-01-05,2024-01-04\n')).toEqual([['RB5035', 'more.csv', 2, '`AA`']]));
  it('overlap: RB5036', async () =>
    expect((await told(table, 's,f,u\nAA,2024-01-01,2024-01-04\nAA,2024-01-03,\n'))[0]?.[0]).toBe('RB5036'));
  it('an unknown symbol: RB5031', async () =>
    expect(await told(table, 's,f,u\nZZ,2024-01-01,\n')).toEqual([['RB5031', 'more.csv', 2, '`ZZ`']]));
});
