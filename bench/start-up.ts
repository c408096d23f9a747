import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { largeRulebook } from './large-rulebook.ts';
import { writeSection } from './section.ts';

// node bench/start-up.ts [RUNS]: how long the bundled command line takes from a cold start. `npm run build` comes first.
const project = resolve(import.meta.dirname, '..');
const bundle = join(project, 'dist/rulebook.js');
if (!existsSync(bundle)) throw new Error('there is no dist/rulebook.js; `npm run build` makes it');
const runs = Number(process.argv[2] ?? 20);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const made = join(folder, 'large.rulebook');
writeFileSync(made, largeRulebook(200));
// At its end a process tells the time it took of the processor, in microseconds.
const teller = join(folder, 'tell.cjs');
writeFileSync(
  teller,
  `process.on('exit', () => { const { user, system } = process.cpuUsage(); require('node:fs').writeSync(1, 'cpu ' + (user + system)); })`,
);
const real = join(project, 'methodologies/ftse-russell/russell-1000.rulebook');
const commands = [
  ['Node alone', ['-e', '0']],
  ['rulebook --version', [bundle, '--version']],
  ['rulebook check, 200 lines', [bundle, 'check', made]],
  ['rulebook check, Russell 1000', [bundle, 'check', real]],
  // Without the cache of compiled code, as the very first time.
  ['the same, nothing cached', [bundle, 'check', real], { NODE_DISABLE_COMPILE_CACHE: '1' }],
] as const;
const times = commands.map(() => [] as { wall: number; cpu: number }[]);
// One after the other, again and again, so that what else the machine does meets all alike.
for (let i = 0; i <= runs; i += 1)
  for (const [k, [name, words, more]] of commands.entries()) {
    const start = performance.now();
    const { status, stdout } = spawnSync(process.execPath, ['--require', teller, ...words], {
      encoding: 'utf8',
      env: { ...process.env, ...more },
    });
    const wall = performance.now() - start;
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stdout}`);
    if (i > 0) times[k]!.push({ wall, cpu: Number(/cpu (\d+)/.exec(stdout)![1]) / 1e3 });
  }
rmSync(folder, { recursive: true });
writeSection('From a cold start', [
  `Milliseconds, least and median of ${runs} runs of \`dist/rulebook.js\`.`,
  '',
  '| command | wall, least | wall, median | processor, least | processor, median |',
  '|---|---|---|---|---|',
  ...commands.map(
    ([name], k) => `| ${name} | ${both(times[k]!.map((t) => t.wall))} | ${both(times[k]!.map((t) => t.cpu))} |`,
  ),
]);

function both(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return `${sorted[0]!.toFixed(0)} | ${sorted[sorted.length >> 1]!.toFixed(0)}`;
}
