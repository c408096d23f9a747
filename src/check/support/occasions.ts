import {
  namesIn,
  type EventFrequency,
  type OwnCalendars,
  resolveCalendar,
  type TimelineEvent,
  type TradingCalendar,
  timeline,
} from '../../calendar/index.ts';
import type { EventRule } from '../../model/section.ts';
import { common, type Days, daysOf, isNone } from './days.ts';

/** Which day of its window is taken for a date that is chosen by decision. */
export type Choice = 'first' | 'last';

/**
 * Every time at which an event is held on the days given, with those of its dates that can be told without decisions.
 * Dates that wholly depend on a decision are left out, and what depends on them. Throws a failure where the calendar
 * cannot tell a date.
 */
export function occasions(
  event: EventRule,
  days: Days,
  calendar: TradingCalendar,
  choice: Choice,
  own?: OwnCalendars,
): TimelineEvent[] {
  const every = frequency(event);
  if (every === undefined) return [];
  return stretches(event, days).flatMap((stretch) => {
    const rules = event.dates.flatMap((date) => {
      const held = !isNone(common(daysOf(date), stretch));
      return held && date.rule.op !== 'decided' ? [{ name: date.name, rule: date.rule }] : [];
    });
    const dates = rules.filter((date) => stands(date.rule, rules));
    if (!dates.some((date) => date.name === 'effective')) return [];
    const schedule = { name: event.name, every, dates };
    return timeline(
      schedule,
      { from: stretch.from, to: stretch.until },
      { calendar, resolve: (expr) => resolveCalendar(expr, own), decided: (asked) => decide(asked, calendar, choice) },
    );
  });
}

/** The days on which one set of versions of the event's dates is in force. */
function stretches(event: EventRule, days: Days): Days[] {
  const cuts = new Set([days.from]);
  for (const date of event.dates) {
    const held = daysOf(date);
    if (Number.isFinite(held.from)) cuts.add(held.from);
    if (Number.isFinite(held.until)) cuts.add(held.until + 1);
  }
  const starts = [...cuts].filter((day) => day >= days.from && day <= days.until).sort((a, b) => a - b);
  return starts.map((from, i) => ({ from, until: (starts[i + 1] ?? days.until + 1) - 1 }));
}

function frequency({ occurs }: EventRule): EventFrequency | undefined {
  if ('decided' in occurs) return undefined;
  if ('months' in occurs) return { months: occurs.months };
  if ('dates' in occurs) return { dates: occurs.dates };
  return occurs.every === 'day' ? { daily: true } : { months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] };
}

type Dated = { name: string; rule: Parameters<typeof namesIn>[0] };

/** Whether a date rests only on dates that can be told. */
function stands(rule: Dated['rule'], all: readonly Dated[], depth = 0): boolean {
  if (depth > all.length) return true;
  return namesIn(rule).every((name) => {
    if (name === 'day') return true;
    const next = all.find((date) => date.name === name);
    return next !== undefined && stands(next.rule, all, depth + 1);
  });
}

/**
 * A day of the window that is a session, whatever the window asks for, so that the decision is one that could be made.
 */
function decide(asked: { from: number; to: number }, calendar: TradingCalendar, choice: Choice): number {
  const sessions = calendar.sessionsBetween(asked.from, asked.to);
  return (choice === 'first' ? sessions[0] : sessions[sessions.length - 1]) ?? asked.from;
}
