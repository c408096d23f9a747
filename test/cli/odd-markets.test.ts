import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterFolder, placeFile, runCommand } from './run-session.ts';

let leave = () => {};
let sound = '';
beforeAll(async () => {
  ({ leave } = enterFolder());
  await runCommand('rulebook new demo');
  sound = readFileSync('demo/demo.rulebook', 'utf8');
});
afterAll(() => leave());

describe('a review that selects nobody', () => {
  const strict = () =>
    sound.replace(
      '2 million USD, of constituents traded >= 1 million',
      '2 trillion USD, of constituents traded >= 1 trillion',
    );

  test('tells how many each rule left out', async () => {
    placeFile('strict.rulebook', strict());
    const { output, code } = await runCommand('rulebook review strict.rulebook --data demo --on 2023-03-20');
    expect(output).toContain('Nobody is selected: of 10 lines in the universe `liquidity` leaves out 10 of 10\n');
    expect(code).toBe(0);
    placeFile('strict.rulebook', sound.replace('20 trading days', '60 trading days needing 60 observations'));
    const lacking = await runCommand('rulebook review strict.rulebook --data demo --on 2023-03-20');
    expect(lacking.output).toContain('`liquidity` leaves out 10 of 10 (all for lack of a value)\n');
  });

  test('so does the error where there is a basket that would end', async () => {
    await runCommand('rulebook run demo/demo.rulebook --data demo --from 2023-03-20 --to 2023-05-31 --out out');
    placeFile('strict.rulebook', strict());
    const words = 'strict.rulebook --data demo --on 2023-06-20 --from out/baskets.csv';
    for (const command of [`review ${words}`, `explain ${words} ELM`]) {
      const { output, code } = await runCommand(`rulebook ${command}`);
      expect(output.replaceAll(/\s+/g, ' ')).toContain('of 10 lines in the universe `liquidity` leaves out 10 of 10');
      expect(code).toBe(1);
    }
  });
});

test('names with signs that move the cursor or turn the direction are shown without them', async () => {
  const lines = readFileSync('demo/lines.csv', 'utf8');
  placeFile('demo/lines.csv', lines.replace('Alder Works', '"Al\u001b[31mder\u202e\nWorks"'));
  const told = [];
  for (const command of [
    'review --on 2023-03-20',
    'explain --on 2023-03-20',
    'run --from 2023-03-20 --to 2023-06-20',
  ]) {
    const [verb, ...words] = command.split(' ');
    const line = verb === 'explain' ? ' ALD' : '';
    const { output } = await runCommand(`rulebook ${verb} demo/demo.rulebook --data demo ${words.join(' ')}${line}`);
    told.push(output);
  }
  placeFile('demo/lines.csv', lines);
  for (const output of told) {
    expect(output).toContain('Al�[31mder��Works');
    for (const sign of ['\u001b', '\u202e']) expect(output).not.toContain(sign);
  }
});

describe('options that say nothing', () => {
  test.each([
    ['check demo --root elsewhere', '`--root` says where the tables of a data set lie'],
    ['explain RB4001 --on 2023-03-20', '`--on` says nothing of a finding'],
  ])('%s', async (words, message) => {
    const { output, code } = await runCommand(`rulebook ${words}`);
    expect(output).toContain(`rulebook: ${message}`);
    expect(code).toBe(2);
  });
});

test('a data set that is not there ends with 2, whatever asks for it', async () => {
  for (const verb of ['check', 'calendar --from 2023-01-01 --to 2023-12-31', 'run --from 2023-03-20 --to 2023-04-20'])
    expect((await runCommand(`rulebook ${verb} demo/demo.rulebook --data nope`)).code).toBe(2);
});

test.each([
  ['3rd Friday', '3th Friday', /RB0008.*`3th` is no place in an order.*Write `3rd`/s],
  ['3rd Friday', '6th Friday', /RB3803/],
])('%s written as %s', async (right, wrong, expected) => {
  placeFile('odd.rulebook', sound.replace(right, wrong));
  expect((await runCommand('rulebook check odd.rulebook')).output).toMatch(expected);
});

test('a currency in small letters, and a day that nobody has, are told with their row', async () => {
  const actions = readFileSync('demo/actions.csv', 'utf8');
  placeFile('demo/actions.csv', actions.replace('USD', 'usd'));
  const { output } = await runCommand('rulebook check demo --data demo');
  placeFile('demo/actions.csv', actions);
  expect(output).toMatch(
    /RB5028.*The currency of a cash_dividend is none: `usd`.*actions.csv:2 \(column `currency`\)|RB5028.*`usd`.*actions.csv:2/s,
  );
  expect(output).toContain('Write `USD`, if that is what is meant');
  const table = `
  decisions:
    files: decisions.csv
    date: date
    known: date
    event: event
    action: action
    field: field
    value: value
    author: author
    reason: reason
`;
  placeFile('demo/dataset.yaml', readFileSync('demo/dataset.yaml', 'utf8') + table);
  placeFile(
    'demo/decisions.csv',
    'date,event,action,field,value,author,reason\n2023-03-20,review,choose_date,effective,2023-02-30,us,why\n',
  );
  const decided = await runCommand('rulebook check demo --data demo');
  expect(decided.output).toMatch(/RB5022.*no day of the calendar: `2023-02-30`.*decisions.csv:2/s);
});
