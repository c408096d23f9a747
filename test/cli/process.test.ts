import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const main = resolve(import.meta.dirname, '../../src/cli/main.ts');
let folder = '';
const rulebook = (words: string[], more: { input?: string; env?: Record<string, string>; cwd?: string } = {}) =>
  spawnSync(process.execPath, [main, ...words], {
    cwd: more.cwd ?? folder,
    encoding: 'utf8',
    env: { ...process.env, npm_lifecycle_event: '', NO_COLOR: '', ...more.env },
    ...(more.input === undefined ? {} : { input: more.input }),
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rulebook-process-'));
  rulebook(['new', 'demo']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the program as it is called', () => {
  test('results on standard output, everything else on standard error', () => {
    const fine = rulebook(['check', 'demo']);
    expect([fine.stdout, fine.stderr, fine.status]).toEqual(['no findings\n', '', 0]);
    const misuse = rulebook(['chekc']);
    expect([misuse.stdout, misuse.status]).toEqual(['', 2]);
    expect(misuse.stderr).toContain('Did you mean `check`?');
  });

  test('standard input in place of a file', () => {
    const { stdout, status } = rulebook(['check', '-'], { input: 'index X "X"\n' });
    expect(status).toBe(1);
    expect(stdout).toContain('standard-input.rulebook');
  });

  test('called through npm, paths are meant from where it was called', () => {
    const elsewhere = tmpdir();
    const env = { npm_lifecycle_event: 'rulebook', INIT_CWD: folder };
    expect(rulebook(['check', 'demo'], { cwd: elsewhere, env }).status).toBe(0);
    expect(rulebook(['check', 'demo'], { cwd: elsewhere }).status).toBe(2);
  });

  test('no colour where nobody looks at it', () => {
    writeFileSync(join(folder, 'wrong.rulebook'), 'indx X "X"\n');
    expect(rulebook(['check', 'wrong.rulebook']).stdout).not.toContain('\u001b[');
  });

  test('a reader that goes away early is no mistake', async () => {
    const program = spawn(process.execPath, [main, 'plan', 'demo/demo.rulebook'], { cwd: folder });
    program.stdout.destroy();
    let told = '';
    program.stderr.on('data', (part) => {
      told += String(part);
    });
    const code = await new Promise((done) => program.on('close', done));
    expect([code, told]).toEqual([0, '']);
  });

  test('what is unexpected is told in a sentence, and where it happened only on demand', () => {
    const env = { RULEBOOK_DEBUG: '' };
    const broken = ['--import', 'data:text/javascript,Temporal.Now.plainDateISO=()=>{throw new Error("broken")}'];
    const call = (more: Record<string, string>) =>
      spawnSync(process.execPath, [...broken, main, 'check', 'demo'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, ...env, ...more },
      });
    expect(call({}).stderr).toMatch(/^rulebook: this should not have happened: broken\n.*report.*\n$/);
    expect(call({ RULEBOOK_DEBUG: '1' }).stderr).toMatch(/\n +at /);
    expect(call({}).status).toBe(2);
  });
});

describe('a run that is interrupted', () => {
  test('leaves no files behind', async () => {
    const words = [
      'run',
      'demo/demo.rulebook',
      '--data',
      'demo',
      '--from',
      '2023-03-20',
      '--to',
      '2023-06-30',
      '--out',
      'out',
    ];
    for (const wait of [50, 250, 500]) {
      const program = spawn(process.execPath, [main, ...words], { cwd: folder });
      const closed = new Promise((done) => program.on('close', done));
      setTimeout(() => program.kill('SIGINT'), wait);
      await closed;
      const out = join(folder, 'out');
      const names = existsSync(out) ? readdirSync(out).sort() : [];
      expect([[], ['baskets.csv', 'decisions.jsonl', 'levels.csv', 'run.json']]).toContainEqual(names);
    }
  });
});
