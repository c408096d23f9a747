import { readFileSync } from 'node:fs';
import { isoDate } from '../src/calendar/index.ts';
import type { Market } from '../src/market/index.ts';
import { checkAndLower } from '../src/plan/compile.ts';
import type { Plan } from '../src/plan/plan.ts';
import { readRulebook } from '../src/syntax/index.ts';
import type { Workload } from './workload-data.ts';

const file = new URL('./workload.rulebook', import.meta.url);

/** `workload.rulebook` with the counts and the base date of the size at hand. */
export function workloadText(work: Workload): string {
  return readFileSync(file, 'utf8')
    .replace('1 to 400', `1 to ${work.keepIn}`)
    .replace('401 to 600, up to 500', `${work.keepIn + 1} to ${work.keepOut}, up to ${work.top}`)
    .replace('fill to 500', `fill to ${work.top}`)
    .replace('1984-01-02', baseDate(work));
}

/** The plan of {@link workloadText}. */
export function workloadPlan(work: Workload, calendars: Market['calendars']): Plan {
  const text = workloadText(work);
  const { rulebook, sourceMap, diagnostics } = readRulebook(new TextEncoder().encode(text), 'workload.rulebook');
  const compiled = checkAndLower(rulebook!, sourceMap, 'workload.rulebook', undefined, calendars);
  if (compiled.plan !== undefined) return compiled.plan;
  const errors = [...diagnostics, ...compiled.diagnostics].filter((d) => d.severity === 'error');
  throw new Error(errors.map((d) => `${d.code} ${d.message}`).join('\n'));
}

/** The day of the first review: its closes are worth the base value. */
export function baseDate({ dates, reviews }: Workload): string {
  return isoDate(dates[reviews[0]!]!);
}

/** The last day of the workload. */
export function lastDate({ dates }: Workload): string {
  return isoDate(dates[dates.length - 1]!);
}
