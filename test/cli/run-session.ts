import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { runCli } from '../../src/cli/index.ts';
import type { Io } from '../../src/cli/index.ts';

const project = resolve(import.meta.dirname, '../..');

/** What one command of a session wrote (both streams, in order) and ended with. */
export type Outcome = { output: string; code: number };

/** A folder to run commands in, with the project's examples and methodologies beside it; `leave` takes it away again. */
export function enterFolder(): { leave(): void } {
  const before = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'rulebook-session-'));
  for (const name of ['examples', 'methodologies', 'grammar']) symlinkSync(join(project, name), join(folder, name));
  process.chdir(folder);
  return {
    leave: () => {
      process.chdir(before);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes a file of a session into the current folder. */
export function placeFile(name: string, text: string | Uint8Array): void {
  mkdirSync(dirname(resolve(name)), { recursive: true });
  writeFileSync(name, text);
}

/** Runs a command of a session: `rulebook …` with `> FILE` and `< FILE`, or `cat FILE`, in the current folder. */
export async function runCommand(command: string, more: Partial<Io> = {}): Promise<Outcome> {
  const words = wordsOf(command);
  const target = redirected(words, '>');
  const source = redirected(words, '<');
  const [program, ...rest] = words;
  if (program === 'cat') return { output: rest.map((name) => readFileSync(name, 'utf8')).join(''), code: 0 };
  if (program !== 'rulebook') throw new Error(`sessions know \`rulebook\` and \`cat\`, not \`${program}\``);
  let shown = '';
  let stored = '';
  const sink = (write: (text: string) => void) => ({ write, terminal: false, color: false });
  const code = await runCli(rest, {
    out: sink((text) => {
      if (target === undefined) shown += text;
      else stored += text;
    }),
    err: sink((text) => {
      shown += text;
    }),
    readInput: () => (source === undefined ? new Uint8Array() : readFileSync(source)),
    env: {},
    width: 100,
    unicode: true,
    today: '2026-01-15',
    ...more,
  });
  if (target !== undefined) writeFileSync(target, stored);
  return { output: shown, code };
}

function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3]!);
}

function redirected(words: string[], sign: string): string | undefined {
  const at = words.indexOf(sign);
  return at < 0 ? undefined : words.splice(at, 2)[1];
}
