import { epochDay, isoDate, type TimelineEvent } from '../calendar/index.ts';
import type { Market } from '../market/index.ts';
import type { Plan } from '../plan/plan.ts';
import { planEvents } from '../plan/plan-events.ts';
import type { Run } from '../run/run.ts';
import type { World } from './context.ts';
import { type Course, passDay, startOfCourse } from './day.ts';
import type { Decisions } from './decision-records.ts';
import { asOfDay, liesAfterData } from './open-review.ts';
import { warn } from './warnings.ts';
import { worldOf } from './world.ts';

/**
 * Runs a plan from one day to another (ISO dates, both included): every review, every change between them, every level.
 * Throws where the rules or the data leave no answer (RB7…).
 */
export function referenceRun(
  plan: Plan,
  market: Market,
  options: { from: string; to: string; decisions?: Decisions },
): Run {
  const world = worldOf(plan, market);
  const from = Math.max(epochDay(options.from), epochDay(plan.level.base.date));
  const to = Math.min(epochDay(options.to), plan.index.ends === undefined ? Infinity : epochDay(plan.index.ends));
  const events = eventsOf(world, from, to);
  let course: Course = startOfCourse();
  for (const day of world.calendar.sessionsBetween(from, to)) {
    const before = world.calendar.shift(day, -1);
    const due = events.filter((event) => before < event.effective && event.effective <= day);
    course = passDay(world, course, { before, day, events: due, decisions: options.decisions ?? 'none' });
  }
  const { levels, reviews, changes, divisors } = course;
  return {
    index: plan.index.id,
    planHash: plan.hash,
    from: isoDate(from),
    to: isoDate(to),
    levels,
    reviews,
    changes,
    divisors,
    warnings: [...world.warnings.values()],
  };
}

/** The events of the run; those that the market data begins too late or ends too early for are passed over. */
function eventsOf(world: World, from: number, to: number): TimelineEvent[] {
  const first = world.market.days[0] ?? to;
  return planEvents(world.plan, { from, to }, world.market.decisions, world.market.calendars).filter((event) => {
    const example = `${event.event} ${isoDate(event.effective)}`;
    if (asOfDay(world, event) < first)
      warn(world.warnings, 'RB7102', 'an event lies before the first day of the market data', example);
    else if (liesAfterData(world, event))
      warn(world.warnings, 'RB7112', 'an event lies after the last day of the market data', example);
    else return true;
    return false;
  });
}
