import { epochDay, resolveCalendar } from '../../calendar/index.ts';
import type { Market } from '../../market/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { LevelRow, Run } from '../../run/run.ts';

/** Where the series of a run begin; `base`: at the base date, with the base value. */
export type RunStart = { level: LevelRow; base: boolean };

/**
 * What returns of a run are measured from. A first review the session after the base date is bought at the close of the
 * base date, where every series has the base value though no row of levels says so; any other run is measured from its
 * first row. Nothing without levels.
 */
export function runStart(plan: Plan, run: Run, market: Market): RunStart | undefined {
  const first = run.levels[0];
  if (first === undefined) return undefined;
  const { base, divisor, versions } = plan.level;
  if (first.date === base.date) return { level: first, base: true };
  const calendar = resolveCalendar(plan.index.calendar, market.calendars);
  const before = calendar.shift(epochDay(first.date), -1);
  const decided = run.divisors[0]?.computed !== undefined;
  // A base date before the calendar begins is long past.
  const after = Math.max(epochDay(base.date) + 1, calendar.first);
  const between = before < after ? [] : calendar.sessionsBetween(after, before);
  const fromBase = epochDay(first.date) > epochDay(base.date) && between.length === 0 && market.days[0]! <= before;
  const goesOn = market.levels.some((l) => l.index === plan.index.id && l.days.includes(before));
  if (!fromBase || divisor !== undefined || decided || goesOn) return { level: first, base: false };
  const value = Number(base.value).toFixed(versions[0]?.roundLevel.decimals ?? 2);
  return {
    level: {
      date: base.date,
      price: value,
      ...(first.total === undefined ? {} : { total: value }),
      ...(first.net === undefined ? {} : { net: value }),
    },
    base: true,
  };
}
