import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../diagnostics/index.ts';
import { isoDate } from '../calendar/index.ts';
import { prices, refused, yaml } from './test-folder.ts';

/** Code, place and value of the only finding. */
async function only(files: Record<string, string | Uint8Array>, fields?: string[]) {
  const findings = await refused(files, fields);
  expect(findings.map((d) => d.message)).toHaveLength(1);
  const { code, message, spans, help } = findings[0]!;
  const { file, row, column, label } = spans[0]!;
  return { code, message, place: [file, row, column, label].filter((part) => part !== undefined), help };
}

const bad = (row: string) => ({ 'dataset.yaml': yaml(), 'prices.csv': prices(row) });

describe('a file with another separator', () => {
  for (const [mark, name] of [
    [';', 'semicolons'],
    ['\t', 'tabs'],
  ] as const)
    it(`${name}: one finding that says so`, async () => {
      const found = await only({ 'dataset.yaml': yaml(), 'prices.csv': prices().replaceAll(',', mark) });
      expect(found.code).toBe('RB5018');
      expect(found.message).toContain(`separated by ${name}, not by commas`);
      expect(found.help).toContain(`separator: ${JSON.stringify(mark)}`);
    });
});

describe('a cell that cannot be read', () => {
  const cells: [string, string, string, string, string][] = [
    ['a word for a number', 'C,2024-01-03,ten,1\n', 'RB5020', 'close', '`ten`'],
    ['a number with separators', 'C,2024-01-03,"1,000",1\n', 'RB5020', 'close', '`1,000`'],
    ['an underscore', 'C,2024-01-03,1_000,1\n', 'RB5020', 'close', '`1_000`'],
    ['hexadecimal', 'C,2024-01-03,0x1F,1\n', 'RB5020', 'close', '`0x1F`'],
    ['NaN', 'C,2024-01-03,NaN,1\n', 'RB5020', 'close', '`NaN`'],
    ['Infinity', 'C,2024-01-03,Infinity,1\n', 'RB5020', 'close', '`Infinity`'],
    ['a number too large', 'C,2024-01-03,1e999,1\n', 'RB5021', 'close', '`1e999`'],
    ['a number too small', 'C,2024-01-03,1e-999,1\n', 'RB5021', 'close', '`1e-999`'],
    [
      'digits that would be lost',
      'C,2024-01-03,1.00000000000000000001,1\n',
      'RB5021',
      'close',
      '`1.00000000000000000001`',
    ],
    [
      '400 digits',
      `C,2024-01-03,${'9'.repeat(400)},1\n`,
      'RB5021',
      'close',
      '`999999999999999999999999999999… (400 characters)`',
    ],
    ['29 February of a common year', 'C,2023-02-29,1,1\n', 'RB5022', 'date', '`2023-02-29`'],
    ['a date the other way round', 'C,03/01/2024,1,1\n', 'RB5022', 'date', '`03/01/2024`'],
    ['a negative price', 'C,2024-01-03,-1,1\n', 'RB5023', 'close', '`-1`'],
    ['a price of zero', 'C,2024-01-03,0.00,1\n', 'RB5024', 'close', '`0.00`'],
    ['a negative volume', 'C,2024-01-03,1,-5\n', 'RB5023', 'volume', '`-5`'],
    ['no line', ',2024-01-03,1,1\n', 'RB5025', 'line', '``'],
    ['no date', 'C,,1,1\n', 'RB5025', 'date', '``'],
  ];
  for (const [name, row, code, column, label] of cells) {
    it(`${name}: ${code}`, async () => {
      const found = await only(bad(row));
      expect([found.code, ...found.place]).toEqual([code, 'prices.csv', 5, column, label]);
      expect(found.help).toBeTruthy();
    });
  }

  it('tells the line of the file below blank lines and cells over several lines', async () => {
    const csv = 'line,date,close,volume\n\n"A\nB",2024-01-02,1,1\n\nC,2024-01-02,x,1\n';
    const found = await only({ 'dataset.yaml': yaml(), 'prices.csv': csv });
    expect(found.place).toEqual(['prices.csv', 6, 'close', '`x`']);
  });

  it('is told once, with the number of rows', async () => {
    const found = await only(bad('C,2024-01-03,x,1\nD,2024-01-03,y,1\nE,2024-01-03,z,1\n'));
    expect(found.message).toBe('`close` is not a number: `x` in table `prices`, and in 2 more rows');
  });

  it('does not hide another mistake', async () => {
    const findings = await refused(bad('C,2024-01-03,x,1\nD,2024-02-30,1,1\nE,2024-01-03,1,-1\n'));
    expect(findings.map((d) => d.code).sort()).toEqual(['RB5020', 'RB5022', 'RB5023']);
  });
});

describe('rows that do not go together', () => {
  it('a line twice on a day: RB5030', async () => {
    const found = await only(bad('A,2024-01-02,12,1\n'));
    expect([found.code, ...found.place]).toEqual(['RB5030', 'prices.csv', 5, '`A on 2024-01-02`']);
    expect(found.message).toBe('There are several rows for `A on 2024-01-02` in table `prices`');
    const [{ spans }] = (await refused(bad('A,2024-01-02,12,1\n'))) as [Diagnostic];
    expect(spans[1]).toEqual({ file: 'prices.csv', row: 2, label: '`A on 2024-01-02` first here' });
  });

  it('a price of a line that the table of lines lacks: RB5031', async () => {
    const lines = '  lines: {files: lines.csv, line: line, company: line, known: always}\n';
    const found = await only({ 'dataset.yaml': yaml(lines), 'prices.csv': prices(), 'lines.csv': 'line\nA\nC\n' });
    expect([found.code, ...found.place]).toEqual(['RB5031', 'prices.csv', 3, 'line', '`B`']);
  });

  it('too few and too many cells: RB5015', async () => {
    const findings = await refused(bad('C,2024-01-03\nD,2024-01-03,1,1,1\n'));
    expect(findings.map((d) => [d.code, d.spans[0]?.row])).toEqual([
      ['RB5015', 5],
      ['RB5015', 6],
    ]);
  });

  it('a quotation mark that is never closed: RB5015', async () => {
    const found = await only(bad('"C,2024-01-03,1,1\n'));
    expect([found.code, found.place[1]]).toEqual(['RB5015', 5]);
  });

  it('bytes that are not UTF-8: RB5015', async () => {
    const csv = Buffer.concat([Buffer.from(prices()), Buffer.from([0xff, 0xfe]), Buffer.from(',2024-01-03,1,1\n')]);
    const found = await only({ 'dataset.yaml': yaml(), 'prices.csv': csv });
    expect([found.code, found.place[1]]).toEqual(['RB5015', 5]);
  });
});

describe('files that are not tables', () => {
  const file = (content: string | Uint8Array, name = 'prices.csv') =>
    only({ 'dataset.yaml': yaml().replace('prices.csv', name), [name]: content });

  it('a file that is not there: RB5010', async () => {
    expect((await only({ 'dataset.yaml': yaml() })).code).toBe('RB5010');
  });
  it('a pattern that matches nothing: RB5010', async () => {
    expect((await only({ 'dataset.yaml': yaml().replace('prices.csv', 'years/*.csv') })).code).toBe('RB5010');
  });
  it('NUL bytes: RB5011', async () => {
    expect((await file('line,date,close,volume\nA,2024-01-02,1\0,1\n')).code).toBe('RB5011');
  });
  it('UTF-16: RB5011', async () => {
    expect((await file(Buffer.from(`\ufeff${prices()}`, 'utf16le'))).code).toBe('RB5011');
  });
  it('a CSV file called Parquet: RB5011', async () => {
    expect((await file(prices(), 'prices.parquet')).code).toBe('RB5011');
  });
  it('a Parquet file that is broken inside: RB5016', async () => {
    expect((await file(`PAR1${'x'.repeat(100)}\u0001\0\0\0PAR1`, 'prices.parquet')).code).toBe('RB5016');
  });
  it('another kind of file: RB5011', async () => {
    expect((await file('x', 'prices.xlsx')).code).toBe('RB5011');
  });
  it('an empty file: RB5012', async () => {
    expect((await file('')).code).toBe('RB5012');
  });
  it('only a header: RB5012', async () => {
    expect((await file('line,date,close,volume\n')).code).toBe('RB5012');
  });
  it('a column that is not there, with the one that may be meant: RB5013', async () => {
    const found = await file('line,date,closes,volume\nA,2024-01-02,1,1\n');
    expect([found.code, found.help]).toEqual(['RB5013', 'Did you mean `closes`?']);
  });
  it('a column twice: RB5014', async () => {
    expect((await file('line,date,close,volume,close\nA,2024-01-02,1,1,1\n')).code).toBe('RB5014');
  });
});

describe('what does not fit into memory', () => {
  it('many lines on many days: RB5017', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `L${i},${isoDate(i)},1,1\n`);
    const found = await only({ 'dataset.yaml': yaml(), 'prices.csv': `line,date,close,volume\n${rows.join('')}` });
    expect(found.code).toBe('RB5017');
  });
});

describe('rows that are broken', () => {
  const crlf = (more: string) => prices(more).replaceAll('\n', '\r\n');
  for (const [name, text] of [
    ['lines end in LF', prices('C,2024-01-03,1\nD,2024-01-03,1,1\n')],
    ['lines end in CR and LF', crlf('C,2024-01-03,1\nD,2024-01-03,1,1\n')],
    ['lines end in CR and LF, the last in nothing', crlf('C,2024-01-03,1')],
  ] as const)
    it(`too few cells, where ${name}`, async () => {
      const found = await only({ 'dataset.yaml': yaml(), 'prices.csv': text });
      expect([found.code, ...found.place]).toEqual(['RB5015', 'prices.csv', 5, '`C,2024-01-03,1`']);
    });

  it('rows below them keep their lines', async () => {
    const text = crlf('C,2024-01-03,1,1,1\nD,2024-01-03,1,1\nE,2024-01-03\nF,2024-01-03,1,x\n');
    const found = await refused({ 'dataset.yaml': yaml(), 'prices.csv': text });
    expect(found.map((d) => d.spans[0]!.row)).toEqual([5, 7, 8]);
  });

  it('another encoding: help says how to save the file', async () => {
    const text = Buffer.from(prices('\u00c4,2024-01-03,1,1\n'), 'latin1');
    const found = await only({ 'dataset.yaml': yaml(), 'prices.csv': text });
    expect([found.code, found.place[1]]).toEqual(['RB5015', 5]);
    expect(found.help).toContain('Save the file as UTF-8; spreadsheets call it “CSV UTF-8”');
  });

  it('a line without its currency: the row is named', async () => {
    const lines = `  lines:
    files: lines.csv
    line: line
    company: company
    known: always
    currency: currency
`;
    const found = await only({
      'dataset.yaml': yaml(lines).replace('USD per share', 'currency per share'),
      'prices.csv': prices(),
      'lines.csv': 'line,company,currency\nA,a,USD\nB,b,\n',
    });
    expect([found.code, ...found.place]).toEqual(['RB5025', 'lines.csv', 3, 'currency', '`B`']);
    expect(found.help).toBe('Say in which currency the line trades, such as `USD`');
  });
});
