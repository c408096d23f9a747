import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measured } from '../measure.ts';

const here = import.meta.dirname;
const sources = ['workload.c', 'screen.c', 'hold.c'].map((name) => join(here, name));

/** What programs in C and numpy measured of themselves over the workload's raw columns, or why one did not run. */
export function measurePeers(size: string, runs: number): { c: Measured | string; numpy: Measured | string } {
  const compiler = ['gcc', 'cc'].find((name) => isThere(name, '--version'));
  const python = isThere('python3', '-c', 'import numpy');
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    if (compiler !== undefined || python) tell(process.execPath, join(here, 'write-columns.ts'), size, folder);
    const measure = (...words: string[]) => measured(...words, folder, String(runs));
    const program = join(folder, 'workload');
    const compile = () => tell(compiler!, '-O3', '-march=native', '-o', program, ...sources, '-lm') !== undefined;
    return {
      c: compiler === undefined ? 'no C compiler' : compile() ? measure(program) : 'does not compile',
      numpy: python ? measure('python3', join(here, 'workload_numpy.py')) : 'no numpy',
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isThere(...[command, ...words]: [string, ...string[]]): boolean {
  return spawnSync(command, words).status === 0;
}

function measured(...words: string[]): Measured | string {
  // Started by a shell, since the most memory a process had counts what it was before it became the program.
  const line = tell('sh', '-c', '"$@"; exit $?', 'sh', ...words);
  return line === undefined ? 'failed' : (JSON.parse(line) as Measured);
}

/** What a command says, or nothing if it fails, which is told as an error. */
function tell(...[command, ...words]: [string, ...string[]]): string | undefined {
  const { status, stdout, stderr, error } = spawnSync(command, words, { encoding: 'utf8' });
  if (status === 0) return stdout;
  process.stderr.write(`${command}: ${error?.message ?? stderr}\n`);
  return undefined;
}
