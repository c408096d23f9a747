import {
  epochDay,
  isoDate,
  type EventFrequency,
  type EventSchedule,
  type OwnCalendars,
  resolveCalendar,
  type TimelineEvent,
  timeline,
} from '../calendar/index.ts';
import { inForce } from './in-force.ts';
import type { PlanEvent, Plan } from './plan.ts';

/** What a decision says to the timeline; `date` is the effective epoch day of the event it speaks of. */
export type DatedDecision = { date: number; event: string; action: string; field?: string; value?: string };

const everyMonth = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/**
 * Every event of a plan effective from one day to another (epoch days, both included), by effective date and then in
 * the order the rulebook names them. Events that occur when decided come from `call` decisions; dates chosen by
 * decision from `set` and `choose_date` decisions (`field`: the date's name, `value`: an ISO date) of the same event,
 * those of a `decided` date being the effective date where nothing says otherwise. Throws a failure where a date cannot
 * be found (RB380…).
 */
export function planEvents(
  plan: Plan,
  range: { from: number; to: number },
  decisions: DatedDecision[] = [],
  own?: OwnCalendars,
): TimelineEvent[] {
  const calendar = resolveCalendar(plan.index.calendar, own);
  const found: { order: number; event: TimelineEvent }[] = [];
  plan.events.forEach((event, order) => {
    const from = Math.max(range.from, event.from === undefined ? range.from : epochDay(event.from));
    const to = Math.min(range.to, event.until === undefined ? range.to : epochDay(event.until));
    for (const part of versions(event, from, to)) {
      const schedule = scheduleOf(event, part.from, decisions);
      const chosen = (effective: number | undefined, name: string) =>
        decidedDate(event.name, effective, name, decisions);
      const events = timeline(schedule, part, {
        calendar,
        resolve: (expr) => resolveCalendar(expr, own),
        decided: (question) => {
          const day = decisions
            .filter((d) => d.event === event.name && d.field === question.date && d.value !== undefined)
            .map((d) => epochDay(d.value!))
            .find((d) => d >= question.from && d <= question.to);
          return day;
        },
      });
      for (const one of events) {
        if ('decided' in event.occurs) {
          for (const { name, rule } of event.dates)
            if (rule.op === 'decided') one.dates[name] = chosen(one.effective, name) ?? one.effective;
        }
        found.push({ order, event: one });
      }
    }
  });
  return found.sort((a, b) => a.event.effective - b.event.effective || a.order - b.order).map((f) => f.event);
}

/** The stretches of time in which the same versions of the event's dates are in force. */
function versions(event: PlanEvent, from: number, to: number): { from: number; to: number }[] {
  const cuts = new Set<number>([from]);
  for (const date of event.dates) {
    if (date.from !== undefined) cuts.add(epochDay(date.from));
    if (date.until !== undefined) cuts.add(epochDay(date.until) + 1);
  }
  const starts = [...cuts].filter((day) => day >= from && day <= to).sort((a, b) => a - b);
  return starts.map((start, i) => ({ from: start, to: i + 1 < starts.length ? starts[i + 1]! - 1 : to }));
}

function scheduleOf(event: PlanEvent, day: number, decisions: DatedDecision[]): EventSchedule {
  const dates = event.dates.filter((d) => inForce(d, day));
  return {
    name: event.name,
    every: frequency(event, decisions),
    dates: dates.map(({ name, rule }) => ({ name, rule: rule.op === 'decided' ? { op: 'named', name: 'day' } : rule })),
  };
}

function frequency(event: PlanEvent, decisions: DatedDecision[]): EventFrequency {
  const { occurs } = event;
  if ('months' in occurs) return { months: occurs.months };
  if ('dates' in occurs) return { dates: occurs.dates };
  if ('decided' in occurs) {
    const calls = decisions.filter((d) => d.event === event.name && d.action === 'call').map((d) => isoDate(d.date));
    return { dates: calls };
  }
  return occurs.every === 'day' ? { daily: true } : { months: everyMonth };
}

function decidedDate(
  event: string,
  effective: number | undefined,
  name: string,
  decisions: DatedDecision[],
): number | undefined {
  const row = decisions.find(
    (d) => d.event === event && d.date === effective && d.field === name && d.value !== undefined,
  );
  return row === undefined ? undefined : epochDay(row.value!);
}
