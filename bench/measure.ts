import { performance } from 'node:perf_hooks';
import { runPlan } from '../src/engine/index.ts';
import { duckdbPeer } from './duckdb-peer.ts';
import { kernel } from './kernel.ts';
import { makeWorkload, workloadSizes } from './workload-data.ts';
import { workloadMarket } from './workload-market.ts';
import { baseDate, lastDate, workloadPlan } from './workload-plan.ts';

/**
 * What one program measured of itself, in milliseconds: the first run and the median of the others by the clock, the median of the
 * processor time (of all threads); and in MiB: the columns, and the most memory it had.
 */
export type Measured = { first: number; median: number; cpu: number; last: string; columns: number; peak: number };

type What = 'engine' | 'decimals' | 'kernel' | 'long-sums' | 'duckdb';

// node bench/measure.ts S|M|L engine|decimals|kernel|long-sums|duckdb RUNS, one program for each so that memory is its own.
const [size, what, runs] = process.argv.slice(2) as [keyof typeof workloadSizes, What, string];
const work = makeWorkload(workloadSizes[size]);
const once = await prepare(what);
const times: number[] = [];
const cpu: number[] = [];
let last = '';
for (let i = 0; i < Number(runs); i += 1) {
  const start = performance.now();
  const used = process.cpuUsage();
  last = await once();
  times.push(performance.now() - start);
  const { user, system } = process.cpuUsage(used);
  cpu.push((user + system) / 1000);
}
const middle = (all: number[]) => (all.length === 1 ? all : all.slice(1)).sort((a, b) => a - b)[(all.length - 1) >> 1]!;
const measured: Measured = {
  first: times[0]!,
  median: middle(times),
  cpu: middle(cpu),
  last,
  columns: Math.round((4 * work.close.byteLength) / 2 ** 20),
  peak: Math.round(process.resourceUsage().maxRSS / 1024),
};
process.stdout.write(JSON.stringify(measured), () => process.exit(0));

async function prepare(program: What): Promise<() => Promise<string> | string> {
  if (program === 'kernel' || program === 'long-sums') return () => kernel(work, program === 'long-sums').toFixed(5);
  if (program === 'duckdb') {
    const peer = await duckdbPeer(work);
    return async () => (await peer.run()).toFixed(5);
  }
  const market = workloadMarket(work);
  const plan = workloadPlan(work, market.calendars);
  const options = { from: baseDate(work), to: lastDate(work), exact: program === 'decimals' };
  return () => runPlan(plan, market, options).levels.at(-1)!.price;
}
