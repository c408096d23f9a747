import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readDataset } from './read-dataset.ts';
import { dataFolder, yaml } from './test-folder.ts';

/** Code, line and help of each finding about a `dataset.yaml`. */
function told(text: string) {
  const result = readDataset(dataFolder({ 'dataset.yaml': text }));
  return 'dataset' in result
    ? []
    : result.diagnostics.map((d) => ({ code: d.code, row: d.spans[0]?.row, message: d.message, help: d.help }));
}

describe('the shape of dataset.yaml', () => {
  it('is told by a schema that is sound itself', () => {
    const schema = JSON.parse(readFileSync(new URL('../../grammar/dataset.schema.json', import.meta.url), 'utf8'));
    const ajv = new Ajv2020({ allowUnionTypes: true, strictTypes: false, strictRequired: false });
    expect(ajv.validateSchema(schema)).toBe(true);
  });

  it('is fine as it should be', () => expect(told(yaml())).toEqual([]));

  const unknown: [string, string, string, number, string][] = [
    ['at the top', 'dataset: test', 'datset: test\ndataset: test', 1, 'Did you mean `dataset`?'],
    ['of a table', '    known: date', '    known: date\n    knwon: date', 8, 'Did you mean `known`?'],
    ['of a field', 'unit: shares', 'unti: shares', 10, 'Did you mean `unit`?'],
    [
      'of a spike',
      'unit: shares',
      'unit: shares, spike: {factor: 2, within: 3, whithin: 2}',
      10,
      'Did you mean `within`?',
    ],
  ];
  for (const [where, from, to, row, help] of unknown) {
    it(`an unknown key ${where}: RB5005`, () => {
      expect(told(yaml().replace(from, to))).toMatchObject([{ code: 'RB5005', row, help }]);
    });
  }

  it('a key that is missing: RB5004', () => {
    expect(told(yaml().replace('    known: date\n', ''))).toMatchObject([
      { code: 'RB5004', row: 3, message: '`known` is missing from `tables.prices`' },
    ]);
  });
  it('a misspelt table: RB5004', () => {
    expect(told(yaml().replace('  prices:', '  price:'))).toMatchObject([
      { code: 'RB5004', row: 3, message: '`kind` is missing from `tables.price`' },
    ]);
  });
  it('a value of the wrong kind: RB5004', () => {
    expect(told(yaml('', '    on_bad_rows: ignore\n'))).toMatchObject([{ code: 'RB5004', row: 11 }]);
    expect(told(yaml().replace('files: prices.csv', 'files: 7'))).toMatchObject([{ code: 'RB5004', row: 4 }]);
  });
  it('a table of values that says twice what it is about: RB5004', () => {
    expect(
      told(yaml('  v: {kind: values, files: v.csv, line: a, company: b, known: always, fields: {x: y}}\n')),
    ).toMatchObject([{ code: 'RB5004', row: 11 }]);
  });
  it('two mistakes are two findings', () => {
    expect(told(yaml().replace('unit: shares', 'unti: shares').replace('    date: date\n', ''))).toHaveLength(2);
  });
  it('a list instead of a data set: RB5004', () => expect(told('- a\n- b\n')).toMatchObject([{ code: 'RB5004' }]));
  it('an empty file: RB5004', () => expect(told('')).toMatchObject([{ code: 'RB5004' }]));
});

describe('files that are no data set', () => {
  it('no file: RB5001', () => {
    const result = readDataset(dataFolder({ x: '' }));
    expect('diagnostics' in result && result.diagnostics[0]?.code).toBe('RB5001');
  });
  it('one of its tables: RB5001, with the folder', () => {
    const folder = dataFolder({ 'dataset.yaml': yaml(), 'prices.csv': 'date,line,close\n' });
    const result = readDataset(`${folder}/prices.csv`);
    const [finding] = 'diagnostics' in result ? result.diagnostics : [];
    expect(finding?.code).toBe('RB5001');
    expect(finding?.message).toContain('is one table, not a data set');
    expect(finding?.help).toContain(folder);
  });
  it('more than a megabyte: RB5002', () =>
    expect(told(`${yaml()}# ${'x'.repeat(1_000_000)}`)).toMatchObject([{ code: 'RB5002' }]));
  it('not YAML: RB5003, with the line', () =>
    expect(told('dataset: test\ntables: {prices: [}\n')[0]).toMatchObject({ code: 'RB5003', row: 2 }));
  it('a key twice: RB5003', () =>
    expect(told(`${yaml()}      close: close\n`)[0]).toMatchObject({ code: 'RB5003', row: 11 }));
  it('aliases that grow without end: RB5003', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...'bcdefgh'.split('').map((c, i) => `${c}: &${c} [${Array(10).fill(`*${'abcdefg'[i]}`).join(', ')}]`),
    ].join('\n');
    expect(told(bomb)).toMatchObject([{ code: 'RB5003' }]);
  });
  it('ten thousand levels: RB5003', () =>
    expect(told('['.repeat(10_000) + ']'.repeat(10_000))[0]).toMatchObject({
      code: expect.stringMatching(/RB500[34]/),
    }));
  it('binary: RB5003', () =>
    expect(told('\0\x01\x02PK\x03')[0]).toMatchObject({ code: expect.stringMatching(/RB500[34]/) }));
});
