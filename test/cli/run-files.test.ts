import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterFolder, runCommand } from './run-session.ts';

const range = '--from 2023-03-20 --to 2023-06-30';
const names = ['baskets.csv', 'decisions.jsonl', 'levels.csv', 'run.json'];
const bytes = (folder: string) =>
  Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

describe('the files of a run', () => {
  let leave = () => {};
  beforeAll(async () => {
    ({ leave } = enterFolder());
    await runCommand('rulebook new demo');
    const { code, output } = await runCommand(`rulebook run demo/demo.rulebook --data demo ${range} --out out`);
    expect(code, output).toBe(0);
  });
  afterAll(() => leave());

  test('are these four, with these columns', () => {
    expect(readdirSync('out').sort()).toEqual(names);
    const head = (name: string) => readFileSync(join('out', name), 'utf8').split('\n')[0];
    expect(head('levels.csv')).toBe('date,price_return,total_return');
    expect(head('baskets.csv')).toBe(
      'event,reference_date,effective_date,line,symbol,company,membership,weight,index_shares,cap_factor',
    );
  });

  test('are the same bytes from another folder, with another form of the rulebook digested apart', async () => {
    cpSync('demo', 'elsewhere/copy', { recursive: true });
    await runCommand(`rulebook run elsewhere/copy/demo.rulebook --data elsewhere/copy ${range} --out elsewhere/out`);
    expect(bytes('elsewhere/out')).toEqual(bytes('out'));
    await runCommand('rulebook convert demo/demo.rulebook --to yaml > demo.yaml');
    await runCommand(`rulebook run demo.yaml --data demo ${range} --out yaml`);
    const [text, yaml] = [bytes('out'), bytes('yaml')];
    expect(yaml['levels.csv']).toBe(text['levels.csv']);
    expect(yaml['baskets.csv']).toBe(text['baskets.csv']);
    const digests = (run: string) => (JSON.parse(run) as { digests: { plan: string; rulebook: string } }).digests;
    expect(digests(yaml['run.json']!).plan).toBe(digests(text['run.json']!).plan);
    expect(digests(yaml['run.json']!).rulebook).not.toBe(digests(text['run.json']!).rulebook);
  });

  test('are the same when everything is decided in decimals, but for the word that says so', async () => {
    await runCommand(`rulebook run demo/demo.rulebook --data demo ${range} --out exact --exact`);
    const [quick, exact] = [bytes('out'), bytes('exact')];
    for (const name of names.filter((n) => n !== 'run.json')) expect(exact[name]).toBe(quick[name]);
  });

  test('weights sum to one, and the level of the split day does not jump', () => {
    const rows = readFileSync('out/baskets.csv', 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    for (const date of ['2023-03-20', '2023-06-20']) {
      const total = rows.filter((r) => r[2] === date).reduce((sum, r) => sum + Number(r[7]), 0);
      expect(total).toBeCloseTo(1, 10);
    }
    const levels = readFileSync('out/levels.csv', 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const split = levels.findIndex(([date]) => date === '2023-05-10');
    expect(Math.abs(Number(levels[split]![1]) / Number(levels[split - 1]![1]) - 1)).toBeLessThan(0.01);
    expect(levels).toHaveLength(72);
  });

  test('are not made, nor is their folder, where the run fails', async () => {
    const text = readFileSync('demo/demo.rulebook', 'utf8');
    writeFileSync(
      'strict.rulebook',
      text.replaceAll('25%', '10%').replace('fill to 6', 'fill to 5').replace('up to 6', 'up to 5'),
    );
    const { code, output } = await runCommand(`rulebook run strict.rulebook --data demo ${range} --out failed`);
    expect(output).toMatch(/RB\d{4}/);
    expect(code).toBeGreaterThan(0);
    expect(existsSync('failed')).toBe(false);
  });

  test('name the decisions that entered, with author and reason', async () => {
    const { output, code } = await runCommand(
      'rulebook run examples/starter/leaders-50.rulebook --data examples/starter --from 2023-06-16 --to 2024-04-30 --format json',
    );
    expect(code, output).toBe(0);
    const { overrides } = JSON.parse(output.slice(output.indexOf('{'))) as {
      overrides: { event: string; author: string; reason: string }[];
    };
    expect(overrides[0]).toMatchObject({
      event: 'special',
      action: 'call',
      date: '2024-02-12',
      author: 'Index committee',
    });
    expect(overrides[0]!.reason).not.toBe('');
  });

  test('name no decision that nothing took up, which is told', async () => {
    mkdirSync('other', { recursive: true });
    const yaml = readFileSync('examples/starter/dataset.yaml', 'utf8');
    writeFileSync('other/dataset.yaml', yaml.replace('files: decisions.csv', 'files: ./decisions.csv'));
    const rows = readFileSync('examples/starter/decisions.csv', 'utf8').trimEnd();
    const more = '2024-02-13,2024-02-05,special,set,,reference,2024-02-02,Index committee,A day late';
    writeFileSync('other/decisions.csv', `${rows}\n${more}\n`);
    const { output, code } = await runCommand(
      'rulebook run examples/starter/leaders-50.rulebook --data other --root examples/starter --from 2023-06-16 --to 2024-04-30 --format json',
    );
    expect(code, output).toBe(0);
    const { overrides } = JSON.parse(output.slice(output.lastIndexOf('\n{\n'))) as { overrides: { date: string }[] };
    expect(overrides.map((o) => o.date)).toEqual(['2024-02-12', '2024-02-12', '2024-02-12']);
    expect(output.replaceAll(/\s+/g, ' ')).toMatch(/RB5112.*no `special` is effective on 2024-02-13/);
  });
});
