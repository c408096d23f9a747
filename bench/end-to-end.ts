import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeSection } from './section.ts';
import { makeWorkload, workloadSizes } from './workload-data.ts';
import { workloadFields, writeWorkload } from './workload-files.ts';
import { baseDate, lastDate } from './workload-plan.ts';

// node bench/end-to-end.ts [S,M,L]: the workload from Parquet to all output files, against reading its columns alone.
const here = import.meta.dirname;
const sizes = (process.argv[2] ?? 'S,M,L').split(',') as (keyof typeof workloadSizes)[];
const lines = [
  'Processor milliseconds of all threads and MiB, each in a process of its own, the least of three.',
  '',
  '| workload | prices, million | reading alone | run to all files | ratio | peak, reading | peak, run |',
  '|---|---|---|---|---|---|---|',
];
for (const size of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const work = makeWorkload(workloadSizes[size]);
  await writeWorkload(work, folder);
  const days = ['--from', baseDate(work), '--to', lastDate(work)];
  const out = ['--out', join(folder, 'out')];
  const read = least(folder, [join(here, 'read-alone.ts'), folder, workloadFields.join()]);
  const main = resolve(here, '../src/cli/main.ts');
  const run = least(folder, [main, 'run', join(folder, 'workload.rulebook'), '--data', folder, ...days, ...out]);
  const prices = ((work.lines * work.days) / 1e6).toFixed(1);
  const ratio = (run.cpu / read.cpu).toFixed(2);
  lines.push(
    `| ${size} | ${prices} | ${read.cpu.toFixed(0)} | ${run.cpu.toFixed(0)} | ${ratio} | ${read.peak} | ${run.peak} |`,
  );
  rmSync(folder, { recursive: true });
}
writeSection('From Parquet to files', lines);

function least(folder: string, words: string[]): { cpu: number; peak: number } {
  const file = join(folder, 'used');
  const all = [1, 2, 3].map(() => {
    const args = ['--max-old-space-size=8192', '--import', join(here, 'peak.ts'), ...words];
    const env = { ...process.env, RULEBOOK_BENCH_PEAK: file };
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
    if (status !== 0) throw new Error(`${words.join(' ')}\n${stderr}`);
    const [peak, cpu] = readFileSync(file, 'utf8').split(' ').map(Number);
    return { cpu: cpu!, peak: peak! };
  });
  return all.reduce((best, one) => (one.cpu < best.cpu ? one : best));
}
