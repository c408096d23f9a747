import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { epochDay, isoDate } from '../../src/calendar/index.ts';
import * as engine from '../../src/engine/index.ts';
import { type Market, openMarket } from '../../src/market/index.ts';
import { checkAndLower, type Plan } from '../../src/plan/index.ts';
import { planEvents } from '../../src/plan/plan-events.ts';
import { referenceReview, referenceRun } from '../../src/reference/index.ts';
import type { Run } from '../../src/run/run.ts';
import { readRulebook } from '../../src/syntax/index.ts';
import type { Case } from './case-file.ts';
import { withNumbers } from './with-numbers.ts';
import { withMeasures } from './with-measures.ts';

/** What came out of a case: the events of a calendar, or the reviews (one or many) with levels and divisors. */
export type Result = Pick<Run, 'reviews' | 'levels' | 'divisors' | 'warnings'> & {
  events: ({ event: string } & Record<string, string>)[];
};
export type Machine = 'engine' | 'reference';

type RunOptions = { from: string; to: string; decisions: 'all' };
type RunByEngine = (plan: Plan, market: Market, options: RunOptions) => { toRun(): Run };
const runByEngine = (engine as { runPlan?: RunByEngine }).runPlan;

/** Whether the program can do what the case asks. */
export function canRun(one: Case, by: Machine): boolean {
  return by === 'reference' || one.verb !== 'run' || runByEngine !== undefined;
}

/** What a case needs to be run: its plan and, unless it is about the calendar, its market. */
export type OpenCase = { plan: Plan; market: Market | undefined };

export async function openCase(folder: string, one: Case): Promise<OpenCase> {
  const plan = withMeasures(withNumbers(planOfFile(join(folder, one.rulebook)), one.with ?? {}), one.expect);
  if (one.data === undefined) return { plan, market: undefined };
  const opened = await openMarket(join(folder, one.data), { fields: plan.fields.map((field) => field.name) });
  if ('diagnostics' in opened) throw new Error(opened.diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
  return { plan, market: opened.market };
}

/** The plan of a rulebook file without errors. */
export function planOfFile(file: string): Plan {
  const { rulebook, sourceMap, diagnostics } = readRulebook(readFileSync(file), file);
  const compiled = rulebook === undefined ? undefined : checkAndLower(rulebook, sourceMap, file, '2026-01-01');
  const errors = [...diagnostics, ...(compiled?.diagnostics ?? [])].filter((d) => d.severity === 'error');
  if (errors.length > 0 || compiled?.plan === undefined)
    throw new Error(errors.map((d) => `${d.code} ${d.message}`).join('\n'));
  return compiled.plan;
}

/** Runs an opened case by one of the two programs; the events of a calendar come from neither. */
export function runCase({ plan, market }: OpenCase, one: Case, by: Machine): Result {
  const nothing: Result = { events: [], reviews: [], levels: [], divisors: [], warnings: [] };
  if (one.verb === 'calendar') {
    const events = planEvents(plan, { from: epochDay(one.from), to: epochDay(one.to) }).map(({ event, dates }) => ({
      event,
      ...Object.fromEntries(Object.entries(dates).map(([name, day]) => [name, isoDate(day)])),
    }));
    return { ...nothing, events };
  }
  if (market === undefined) throw new Error('a case that reviews or runs names its data set');
  if (one.verb === 'run') {
    const options = { from: one.from, to: one.to, decisions: 'all' as const };
    const run = by === 'engine' ? runByEngine!(plan, market, options).toRun() : referenceRun(plan, market, options);
    return { ...run, events: [] };
  }
  const options = { on: one.on, ...(one.event === undefined ? {} : { event: one.event }), decisions: 'all' as const };
  const review = by === 'engine' ? engine.reviewOn(plan, market, options) : referenceReview(plan, market, options);
  return { ...nothing, reviews: [review] };
}
