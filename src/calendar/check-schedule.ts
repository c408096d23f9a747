import { calendarFailure } from './calendar-failure.ts';
import type { DateRule } from './date-rule.ts';
import type { EventSchedule } from './event-schedule.ts';

/**
 * Throws where a schedule cannot give events whatever the calendar: dates defined by each other (RB3806, naming the
 * cycle), a date spoken of that is not there (RB3805), two of one name, no effective date, or no such month (RB3809).
 */
export function checkSchedule(schedule: EventSchedule): void {
  const rules = new Map<string, DateRule>();
  for (const date of schedule.dates) {
    if (rules.has(date.name)) {
      throw bad(schedule, `has two dates called \`${date.name}\``, 'give each date a name of its own');
    }
    rules.set(date.name, date.rule);
  }
  if ('months' in schedule.every) {
    const wrong = schedule.every.months.find((month) => !Number.isInteger(month) || month < 1 || month > 12);
    if (wrong !== undefined)
      throw bad(schedule, `is held in month ${wrong}`, 'months go from 1 (January) to 12 (December)');
    if (!rules.has('effective')) {
      throw bad(schedule, 'has no date called `effective`', 'say when its outcome takes effect');
    }
  } else if (rules.has('day')) {
    throw bad(schedule, 'has a date called `day`', 'choose another name: `day` is the day the event is listed for');
  }
  const given = new Set('months' in schedule.every ? [] : ['day', ...(rules.has('effective') ? [] : ['effective'])]);
  const done = new Set<string>();
  for (const name of rules.keys()) visit(name, []);

  function visit(name: string, path: string[]): void {
    if (done.has(name) || given.has(name)) return;
    const start = path.indexOf(name);
    if (start >= 0) {
      const cycle = [...path.slice(start), name].map((step) => `\`${step}\``).join(' -> ');
      throw calendarFailure(
        'dateCycle',
        `the dates of \`${schedule.name}\` are defined by each other: ${cycle}`,
        'fix one of them to a month or to a date outside the cycle',
      );
    }
    const rule = rules.get(name);
    if (rule === undefined) {
      const known = [...given, ...rules.keys()].map((known) => `\`${known}\``).join(', ');
      throw calendarFailure(
        'unknownDate',
        `\`${schedule.name}\` has no date called \`${name}\`, which \`${path[path.length - 1]}\` speaks of`,
        `use one of its dates: ${known}`,
      );
    }
    for (const next of namesIn(rule)) visit(next, [...path, name]);
    done.add(name);
  }
}

/** The other dates of the event that a rule speaks of. */
export function namesIn(rule: DateRule): string[] {
  switch (rule.op) {
    case 'date':
    case 'nth':
      return [];
    case 'named':
      return [rule.name];
    case 'shift':
    case 'snap':
      return namesIn(rule.from);
    case 'window':
      return [...namesIn(rule.from), ...namesIn(rule.to)];
    default:
      return rule satisfies never;
  }
}

function bad(schedule: EventSchedule, what: string, help: string) {
  return calendarFailure('badSchedule', `\`${schedule.name}\` ${what}`, help);
}
