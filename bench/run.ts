import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Measured } from './measure.ts';
import { measurePeers } from './peers/peers.ts';
import { workloadSizes } from './workload-data.ts';

// npm run bench: measures everything anew, each program by itself and one after the other, and writes RESULTS.md.
const here = import.meta.dirname;
const sizes = (process.env.RULEBOOK_BENCH_SIZES ?? 'S,M,L').split(',');
const report: string[] = [];
const say = (line: string) => {
  report.push(line);
  process.stdout.write(`${line}\n`);
};

say('# What was measured');
say('');
say(
  `Written by \`npm run bench\`: Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]!.model.trim()}).`,
);
say(
  'Milliseconds in memory, each program in a process of its own: the first run and the median of the others by the clock, and the median of the processor time of all threads, which the ratios are of (the clock also counts waiting for a busy machine). Every program ends at the same last level.',
);
say('');
say(
  '| workload | program | first | median | processor | to the kernel | the engine to it | prices a ms | peak MiB (columns) | last level |',
);
say('|---|---|---|---|---|---|---|---|---|---|');
for (const size of sizes) workload(size);
say('');
say(
  '`engine`: a plan compiled from `workload.rulebook`, decided exactly, levels published. `kernel`: the same written out by hand in doubles, nothing decided exactly; `long-sums`: with its daily values in double-doubles. `c`, `numpy`: the kernel in C (`-O3 -march=native`) and in numpy, over the same columns read from files. `duckdb`: SQL over a table in memory, two threads.',
);
say(
  '`decimals`: the engine with every decision in decimals (small workload only). The peak holds the columns, which the process makes or reads itself before it measures.',
);
say('');
nasdaq();
writeFileSync(join(here, 'RESULTS.md'), `${report.join('\n')}\n`);
const endToEnd = ['--max-old-space-size=8192', join(here, 'end-to-end.ts'), sizes.join()];
spawnSync(process.execPath, endToEnd, { stdio: 'inherit' });

function workload(size: string): void {
  const { lines, days } = workloadSizes[size as keyof typeof workloadSizes];
  const kernel = measure(size, 'kernel', 6);
  const { c, numpy } = measurePeers(size, 6);
  const engine = measure(size, 'engine', 6);
  const programs: [string, Measured | string][] = [
    ['kernel', kernel],
    ['c', c],
    ['numpy', numpy],
    ['long-sums', measure(size, 'long-sums', 6)],
    ['engine', engine],
    ['duckdb', measure(size, 'duckdb', 3)],
  ];
  if (size === 'S') programs.push(['decimals', measure(size, 'decimals', 1)]);
  const ratio = (one: Measured | string, other: Measured | string) =>
    typeof one === 'string' || typeof other === 'string' ? '–' : (one.cpu / other.cpu).toFixed(1);
  for (const [name, result] of programs) {
    if (typeof result === 'string') {
      say(`| ${size} | ${name} | – | – | – | – | – | – | – | did not run (${result}) |`);
      continue;
    }
    const { first, median, cpu, peak, columns, last } = result;
    const times = [first, median, cpu].map((time) => time.toFixed(0)).join(' | ');
    const ratios = `${ratio(result, kernel)} | ${ratio(engine, result)}`;
    const speed = Math.round((lines * days) / cpu);
    say(`| ${size} | ${name} | ${times} | ${ratios} | ${speed} | ${peak} (${columns}) | ${last} |`);
  }
  const ends = new Set(programs.flatMap(([, result]) => (typeof result === 'string' ? [] : [result.last])));
  if (ends.size < 2) return;
  process.stderr.write(`${size}: the programs end at different levels: ${[...ends].join(', ')}\n`);
  process.exit(1);
}

function measure(size: string, what: string, runs: number): Measured | string {
  const args = ['--max-old-space-size=8192', join(here, 'measure.ts'), size, what, String(runs)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status === 0) return JSON.parse(stdout) as Measured;
  process.stderr.write(stderr);
  return 'failed';
}

/** The Nasdaq-100 on the real listings, from Parquet to all output files, where the data are there. */
function nasdaq(): void {
  const root = process.env.RULEBOOK_REAL_DATA ?? resolve(here, '../../shared/real-data');
  if (!existsSync(root)) {
    say('Nasdaq-100 on the real listings: not measured, the data are absent.');
    return;
  }
  const out = mkdtempSync(join(tmpdir(), 'bench-'));
  const peak = join(out, 'peak');
  const rulebook = resolve(here, '../methodologies/nasdaq/nasdaq-100.rulebook');
  const data = resolve(here, '../examples/us-listings');
  const args = ['--import', join(here, 'peak.ts'), resolve(here, '../src/cli/main.ts'), 'run', rulebook];
  args.push('--data', data, '--root', root, '--from', '2021-12-20', '--to', '2023-12-29', '--out', join(out, 'files'));
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, RULEBOOK_BENCH_PEAK: peak },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (status === 0) {
    say(
      `Nasdaq-100 on the real listings, 2021-12-20 to 2023-12-29, from Parquet to all output files: ${seconds} s, ${readFileSync(peak, 'utf8').split(' ')[0]} MiB.`,
    );
  } else say(`Nasdaq-100 on the real listings: did not run (${stderr.trim().split('\n')[0]}).`);
  rmSync(out, { recursive: true });
}
