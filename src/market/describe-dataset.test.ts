import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFields, describeDataset } from './describe-dataset.ts';
import { dataFolder, prices, yaml } from './test-folder.ts';

function told(text: string) {
  const result = describeDataset(dataFolder({ 'dataset.yaml': text, 'prices.csv': '' }));
  return 'diagnostics' in result ? result.diagnostics.map((d) => [d.code, d.spans[0]?.row]) : [];
}

describe('describing a data set', () => {
  it('tells fields and files without reading rows', () => {
    const folder = dataFolder({
      'dataset.yaml': yaml(
        '  lines: {files: ./l.csv, line: a, company: b, symbol: s, known: always, fields: {kind: {column: k, unit: text}, share: {column: f, unit: percent}}}\n',
      ),
      'l.csv': '',
      'data/prices.csv': '',
    });
    const result = describeDataset(folder, join(folder, 'data'));
    expect('description' in result && result.description).toEqual({
      name: 'test',
      file: join(folder, 'dataset.yaml'),
      fields: [
        { name: 'close', domain: 'line', type: 'number', unit: 'USD per share' },
        { name: 'company', domain: 'line', type: 'text' },
        { name: 'kind', domain: 'line', type: 'text' },
        { name: 'share', domain: 'line', type: 'number', unit: '%' },
        { name: 'symbol', domain: 'line', type: 'text' },
        { name: 'volume', domain: 'line', type: 'number', unit: 'shares' },
      ],
      tables: [
        { name: 'prices', kind: 'prices', files: ['prices.csv'] },
        { name: 'lines', kind: 'lines', files: ['l.csv'] },
      ],
    });
  });

  it('takes the file itself for its folder', () => {
    const folder = dataFolder({ 'other.yaml': yaml(), 'prices.csv': prices() });
    expect('description' in describeDataset(join(folder, 'other.yaml'))).toBe(true);
  });

  it('a field twice: RB5006', () => {
    expect(
      told(
        yaml(
          '  v: {kind: values, files: prices.csv, line: line, known: always, fields: {close: {column: x, unit: USD}}}\n',
        ),
      ),
    ).toEqual([['RB5006', 11]]);
  });
  it('an unknown unit: RB5008', () =>
    expect(told(yaml().replace('unit: shares', 'unit: share'))).toEqual([['RB5008', 10]]));
  it('a scale that is no power of ten: RB5009', () =>
    expect(told(yaml().replace('unit: shares', 'unit: shares, scale: 12'))).toEqual([['RB5009', 10]]));
  it('a key that would do nothing: RB5009', () => {
    expect(told(yaml().replace('unit: shares', 'type: text, scale: 10'))).toEqual([['RB5009', 10]]);
    expect(told(yaml().replace('unit: shares', 'unit: shares, map: {a: b}'))).toEqual([['RB5009', 10]]);
  });
  it('a spike over a field that is not there: RB5009', () => {
    expect(told(yaml().replace('unit: shares', 'unit: shares, spike: {factor: 2, within: 2, relative_to: x}'))).toEqual(
      [['RB5009', 10]],
    );
  });
  it('values without a date: RB5009', () => {
    expect(
      told(
        yaml('  v: {kind: values, files: prices.csv, line: line, known: date, fields: {x: {column: x, unit: USD}}}\n'),
      ),
    ).toEqual([['RB5009', 11]]);
  });
});

describe('fields that a rulebook needs', () => {
  const described = { file: 'dataset.yaml', fields: [{ name: 'close', domain: 'line', type: 'number' as const }] };

  it('that are there', () => expect(checkFields(described, ['close'])).toEqual([]));
  it('that are not: RB5007, with the one that may be meant', () => {
    expect(checkFields(described, ['colse', 'colse', 'float'])).toMatchObject([
      { code: 'RB5007', help: 'Did you mean `close`?' },
      { code: 'RB5007', help: 'It has `close`' },
    ]);
  });
});
