import { epochDay, isoDate, resolveCalendar } from '../../calendar/index.ts';
import type { Market } from '../../market/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Run, RunWarning } from '../../run/run.ts';
import { runStart } from './run-start.ts';

/**
 * What has to be said of a run with levels that covers other days than were asked for, or whose returns have no
 * dividends.
 */
export function periodWarnings(
  asked: { from: string; to: string },
  plan: Plan,
  run: Run,
  market: Market,
): RunWarning[] {
  const start = runStart(plan, run, market)!;
  const last = run.levels.at(-1)!.date;
  const calendar = resolveCalendar(plan.index.calendar, market.calendars);
  const some = (from: number, to: number) =>
    from < calendar.first || (from <= to && calendar.sessionsBetween(from, Math.min(to, calendar.last)).length > 0);
  const told: string[] = [];
  const priced = new Set(market.days);
  const begin = start.level.date;
  if (begin > asked.from && some(epochDay(asked.from), epochDay(begin) - 1)) {
    const first = run.reviews.find((review) => review.basket.length > 0);
    const because =
      start.base || first === undefined ? 'that is the base date' : `its first basket is that of \`${first.event}\``;
    told.push(`the run begins on ${begin}, not on ${asked.from} as asked for: ${because}`);
  }
  const { ends } = plan.index;
  if (ends !== undefined && ends < asked.to)
    told.push(`the run ends on ${last}, not on ${asked.to} as asked for: the index ends then`);
  const prices = market.days.at(-1);
  const old = prices === undefined ? 0 : run.levels.filter((row) => epochDay(row.date) > prices).length;
  if (old > 0)
    told.push(
      `the data set has no prices after ${isoDate(prices!)}: the ${old === 1 ? 'level' : `${old} levels`} since then use the last ones`,
    );
  const warnings: RunWarning[] = told.map((message) => ({ code: 'RB7904', message, count: 1, examples: [] }));
  const empty = run.levels.flatMap(({ date }) =>
    epochDay(date) < (prices ?? 0) && !priced.has(epochDay(date)) ? [date] : [],
  );
  if (empty.length > 0)
    warnings.push({
      code: 'RB7907',
      message: 'no line has a price on an index day, so that the prices before it stand',
      count: empty.length,
      examples: empty.slice(0, 5),
    });
  if (withoutDividends(run, market, begin, last))
    warnings.push({
      code: 'RB7905',
      message: 'the data set has no dividends in this time, so that total and net return equal price return',
      count: 1,
      examples: [],
    });
  return warnings;
}

function withoutDividends(run: Run, market: Market, begin: string, last: string): boolean {
  const more = run.levels.some(({ total, net }) => total !== undefined || net !== undefined);
  const [from, to] = [epochDay(begin), epochDay(last)];
  return (
    more &&
    !market.actions.some(
      ({ kind, exDate }) => (kind === 'cash_dividend' || kind === 'special_dividend') && exDate >= from && exDate <= to,
    )
  );
}
