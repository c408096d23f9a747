import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enterFolder, placeFile, runCommand } from './run-session.ts';

// What a data set and a rulebook get wrong together is told by `check --data`, before a run stops or, worse, does not.
let leave = () => {};
let sound = '';
let leaders = '';
beforeAll(async () => {
  ({ leave } = enterFolder());
  await runCommand('rulebook new demo');
  sound = readFileSync('demo/demo.rulebook', 'utf8');
  leaders = readFileSync('examples/starter/leaders-50.rulebook', 'utf8');
});
afterAll(() => leave());

async function checked(text: string, data = 'examples/starter') {
  placeFile('x.rulebook', text);
  const { output, code } = await runCommand(`rulebook check x.rulebook --data ${data}`);
  return { words: output.replaceAll(/\s+/g, ' '), code };
}

test('the examples are fine with their data', async () => {
  expect(await checked(leaders)).toEqual({ words: 'no findings ', code: 0 });
  expect(await checked(sound, 'demo')).toEqual({ words: 'no findings ', code: 0 });
});

test('tables are read as a run reads them, once for all rulebooks', async () => {
  const prices = readFileSync('demo/prices.csv', 'utf8');
  placeFile('demo/prices.csv', prices.replace(/2023-03-01,ALD,[\d.]+/, '2023-03-01,ALD,abc'));
  placeFile('demo/other.rulebook', sound);
  const { output, code } = await runCommand('rulebook check demo --data demo');
  expect(output.match(/RB5020/g)).toHaveLength(1);
  expect(output).toContain('abc');
  expect(code).toBe(1);
  placeFile('demo/prices.csv', prices);
});

test('closes in two currencies are not taken for one, neither by a check nor by a run', async () => {
  const text = leaders.replace('close of line: currency per share', 'close of line: NHC per share');
  const { words, code } = await checked(text);
  expect(words).toContain('error[RB5105]: `close` is declared in `NHC per share`, but 113 of the 319 lines');
  expect(words).toContain('leaves out all lines that trade in another currency');
  expect(code).toBe(1);
  const run = await runCommand(
    'rulebook run x.rulebook --data examples/starter --from 2022-06-17 --to 2022-07-01 --format plain',
  );
  expect(run.output).toContain('RB5105');
  expect(run.code).toBe(2);
  const priced = text.replace('  lines where', '  priced in NHC\n  lines where').replace('close in NHC', 'close');
  expect((await checked(priced)).words).not.toContain('RB5105');
});

test('a ratio of 92 is told when it is read, also by a run', async () => {
  const yaml = readFileSync('demo/dataset.yaml', 'utf8');
  placeFile('demo/dataset.yaml', yaml.replace('unit: percent', 'unit: ratio'));
  const { words, code } = await checked(sound, 'demo');
  expect(words).toContain('RB5106]: most values of `free_float` are above 150%: `92` for `ALD` is 9,200%');
  expect(words).toContain('Write `unit: percent`');
  expect(code).toBe(0);
  const run = await runCommand('rulebook run x.rulebook --data demo --from 2023-03-20 --to 2023-04-28');
  expect(run.output).toContain('RB5106');
  expect(run.code).toBe(0);
  placeFile('demo/dataset.yaml', yaml);
});

const told: [string, (text: string) => string, RegExp][] = [
  [
    'a text that nobody has',
    (t) => t.replace('type is "common"', 'type is "comon"'),
    /RB5107.*Did you mean `"common"`/,
  ],
  [
    'a base date between two reviews',
    (t) => t.replace('on 2022-06-17', 'on 2022-07-04'),
    /RB5111.*2022-07-04.*`rebalance` on 2022-09-19.*`base 1000 on 2022-09-16`/,
  ],
  [
    'policies that are missing, and only for what occurs',
    (t) => t.replace(/^ {2}(splits|spin_offs|symbols): [^\n]*\n( {4}.*\n)*/gm, ''),
    /RB5108\]: no policy answers what occurs in the data set: `split` \(3 times, first `QUWE` on 2022-07-11\), `spin-off` \(`GILG` on 2023-10-16\)/,
  ],
  [
    'a cap on too few sectors',
    (t) => t.replace('limits on companies', 'limits on sector').replaceAll('10%', '5%'),
    /RB5109.*the 10 groups of `sector` in the data set, at 5% or less, make at most 50%/,
  ],
  [
    'companies of several lines',
    (t) =>
      t
        .replace('weight lines by line_float_cap', 'weight companies equally')
        .replace(/^(weighting at .*)$/m, '$1, notional 1 billion NHC'),
    /RB5110.*17 of the data set have several lines/,
  ],
];

test.each(told)('%s', async (_, change, expected) => {
  const text = change(leaders);
  expect(text).not.toBe(leaders);
  expect((await checked(text)).words).toMatch(expected);
});

test('rows about lines that the data set lacks are named, in words and in JSON', async () => {
  const yaml = readFileSync('demo/dataset.yaml', 'utf8');
  const prices = readFileSync('demo/prices.csv', 'utf8');
  placeFile('demo/dataset.yaml', yaml.replace(/^( *)files: prices\.csv$/m, '$&\n$1unknown_lines: leave_out'));
  const row = prices.trimEnd().split('\n').at(-1)!.split(',');
  const more = ['XAA', 'XBB', 'XAA'].map((name, i) => [`2023-02-0${i + 1}`, name, ...row.slice(2)].join(','));
  placeFile('demo/prices.csv', `${prices.trimEnd()}\n${more.join('\n')}\n`);
  const command = 'rulebook review demo/demo.rulebook --data demo --on 2023-03-20';
  const { output } = await runCommand(command);
  expect(output).toContain(
    'left out of prices: 3 rows, a row is about a line that no table of lines has (`XAA`, `XBB`)',
  );
  const json = (await runCommand(`${command} --format json`)).output;
  const { left_out } = JSON.parse(json.slice(json.indexOf('{\n'))) as {
    left_out: { table: string; examples: string[] }[];
  };
  expect(left_out.map((l) => l.table)).toEqual(['prices']);
  expect(left_out[0]!.examples.map((e) => e.replace(/.*: /, ''))).toEqual(['XAA', 'XBB']);
  placeFile('demo/dataset.yaml', yaml);
  placeFile('demo/prices.csv', prices);
});
