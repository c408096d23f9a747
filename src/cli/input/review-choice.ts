import { epochDay, isoDate, type TimelineEvent } from '../../calendar/index.ts';
import type { Market } from '../../market/index.ts';
import { planEvents } from '../../plan/plan-events.ts';
import type { Plan } from '../../plan/plan.ts';
import { misuse } from '../misuse.ts';
import { nearest } from '../../diagnostics/nearest.ts';

const reach = 400;

/**
 * The event effective on a date (ISO); of several on that day the last one that the rulebook names, unless one is
 * named; one that takes place every day only where there is no other. Throws a misuse that names the nearest events
 * where there is none.
 */
export function reviewChoice(
  plan: Plan,
  market: Market,
  on: string,
  event?: string,
): { event: string; others: string[] } {
  const day = epochDay(on);
  const base = epochDay(plan.level.base.date);
  if (day < base)
    throw misuse(
      `${on} lies before the base date of the index, ${plan.level.base.date}`,
      'Choose a review from then on',
    );
  const near = eventsAround(plan, market, day).filter((e) => event === undefined || e.event === event);
  const there = near.filter((e) => e.effective === day);
  if (there.length > 0) {
    const chosen = there.findLast((e) => !isDaily(plan, e.event)) ?? there.at(-1)!;
    return { event: chosen.event, others: there.filter((e) => e !== chosen).map((e) => e.event) };
  }
  const before = near.filter((e) => e.effective < day).at(-1);
  const after = near.find((e) => e.effective > day);
  const tell = (e: TimelineEvent | undefined, word: string) =>
    e === undefined ? [] : [`${word} \`${e.event}\` on ${isoDate(e.effective)}`];
  const around = [...tell(before, 'the one before is'), ...tell(after, 'the one after is')];
  throw misuse(
    `no ${event === undefined ? 'event' : `\`${event}\``} is effective on ${on}`,
    around.length === 0 ? `There is none within ${reach} days of it` : `${around.join(', ').replace(/^t/, 'T')}`,
  );
}

/** Throws a misuse where the rulebook has no event of this name. */
export function checkEventName(plan: Plan, event: string | undefined): void {
  const names = [...new Set(plan.events.map((e) => e.name))];
  if (event !== undefined && !names.includes(event)) {
    const close = nearest(event, names);
    throw misuse(
      `the rulebook has no event \`${event}\``,
      close === undefined ? `It has ${names.map((n) => `\`${n}\``).join(', ')}` : `Did you mean \`${close}\`?`,
    );
  }
}

function isDaily(plan: Plan, event: string): boolean {
  return plan.events.some(({ name, occurs }) => name === event && 'every' in occurs && occurs.every === 'day');
}

/** Events around a day; a calendar that ends near it limits how far is looked. */
function eventsAround(plan: Plan, market: Market, day: number): TimelineEvent[] {
  for (const days of [reach, 100, 20]) {
    try {
      return planEvents(plan, { from: day - days, to: day + days }, market.decisions, market.calendars);
    } catch (error) {
      if (days === 20) break;
      if (!(error instanceof Error)) throw error;
    }
  }
  return planEvents(plan, { from: day, to: day }, market.decisions, market.calendars);
}
