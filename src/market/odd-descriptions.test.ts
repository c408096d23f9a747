import { describe, expect, it } from 'vitest';
import { opened, prices, refused, yaml } from './test-folder.ts';

const sound = yaml();
const told = async (description: string, table = prices()) =>
  (await refused({ 'dataset.yaml': description, 'prices.csv': table })).map((d) => `${d.code} ${d.message}`);

describe('descriptions that are none, in words', () => {
  it.each([
    ['nothing', '', 'RB5004 The description of the data set is empty'],
    ['a list', '- a\n', 'RB5004 the data set is `["a"]`, where a set of keys with values is wanted'],
    [
      'two documents',
      `${sound}---\na: 1\n`,
      'RB5003 This is not valid YAML: a second document begins here (`---`); a data set has one',
    ],
    [
      '10,000 brackets',
      `a: ${'['.repeat(10_000)}`,
      'RB5003 This is not valid YAML: it has too many levels inside one another',
    ],
    [
      'an alias of nothing',
      `${sound}about: *x\n`,
      'RB5003 This is not valid YAML: its aliases stand for too much, or for nothing',
    ],
    [
      'infinity',
      sound.replace('unit: shares', 'scale: .inf'),
      'RB5004 `tables.prices.fields.volume.scale` is a number beyond all bounds, where a number that can be worked with is wanted',
    ],
    [
      'no scale',
      sound.replace('unit: shares', 'scale: 0'),
      'RB5004 `tables.prices.fields.volume.scale` has a value that does not fit: `0` is not above 0',
    ],
    [
      'a number for a path',
      sound.replace('prices.csv', '5'),
      'RB5004 `tables.prices.files` is `5`, where a text or a list is wanted',
    ],
    [
      'no files',
      sound.replace('prices.csv', '[]'),
      'RB5004 `tables.prices.files` has a value that does not fit: `[]` is an empty list',
    ],
    [
      'a ratio that is none',
      `${sound}derive:\n  splits: {price: close, value: volume, ratios: ["two"], price_tolerance: 0.1, shares_tolerance: 0.1, within: 60}\n`,
      'RB5004 `derive.splits.ratios.0` has a value that does not fit: `"two"` is not a ratio of new shares to old ones, such as `"3:2"`',
    ],
  ])('%s', async (_, description, expected) => {
    expect(await told(description)).toEqual([expected]);
  });

  it('aliases that stand for millions of values', async () => {
    const names = [...'abcdefgh'];
    const lines = names.map(
      (c, i) =>
        `${c}: &${c} [${
          i === 0
            ? 'x'
            : Array(10)
                .fill(`*${names[i - 1]}`)
                .join(', ')
        }]`,
    );
    expect(await told(`${sound}${lines.join('\n')}\n`)).toEqual([
      expect.stringMatching(/^RB5003 .*aliases stand for too much/),
    ]);
  });
});

describe('files', () => {
  it('one file twice is told as that', async () => {
    expect(await told(sound.replace('prices.csv', '[prices.csv, "p*.csv"]'))).toEqual([
      'RB5009 The file `prices.csv` is named twice in table `prices`',
    ]);
  });
  it('the whole disk is not looked through', async () => {
    for (const pattern of ['/**/*.csv', '../../../../../../**/prices.csv'])
      expect(await told(sound.replace('prices.csv', `"${pattern}"`))).toEqual([
        expect.stringContaining(`RB5009 The pattern \`${pattern}\` looks through more than 200,000 files`),
      ]);
  });
  it('a column without a name', async () => {
    expect(await told(sound, prices().replace('volume\n', 'volume,\n'))).toEqual([
      'RB5019 Column 5 of `prices.csv` has no name',
    ]);
  });
  it('a table of actions without a row is a quiet market', async () => {
    const actions = '  actions: {files: more.csv, line: id, ex_date: date, known: date, action: kind}\n';
    const files = { 'dataset.yaml': yaml(actions), 'prices.csv': prices(), 'more.csv': 'id,date,kind\n' };
    expect((await opened(files)).actions).toEqual([]);
    expect(await told(sound, 'line,date,close,volume\n')).toEqual([expect.stringMatching(/^RB5012/)]);
  });
});
