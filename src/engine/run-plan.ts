import { epochDay, isoDate, type TimelineEvent } from '../calendar/index.ts';
import type { Market } from '../market/index.ts';
import type { Plan } from '../plan/plan.ts';
import { planEvents } from '../plan/plan-events.ts';
import type { DecisionRecord, LevelRow, Review, Run, RunWarning } from '../run/run.ts';
import { type Course, openCourse } from './path/course.ts';
import { decidedRows, divisorRows } from './path/divisor-rows.ts';
import { startsBlind } from './path/divisor.ts';
import { type IndexDays, indexDays } from './path/index-days.ts';
import { levelRows } from './path/levels.ts';
import { mayChange } from './path/may-change.ts';
import { decisionRecords, type Decisions } from './review/decision-records.ts';
import { liesAfterData, referenceOf } from './review/open-scope.ts';
import type { Outcome } from './review/outcome.ts';
import { publishReview } from './review/publish-review.ts';
import { type ReadingDay, readAhead } from './session/read-ahead.ts';
import { openSession } from './session/open-session.ts';
import type { Session } from './session/session.ts';

export type RunOptions = {
  /** First day, ISO; not before the base date. */
  from: string;
  /** Last day, ISO, included. */
  to: string;
  /** Whose decisions stand in the reviews; nobody's unless said. */
  decisions?: Decisions;
  /** Lines, by id, of which each review tells the particulars too. */
  about?: string[];
  /** Decide everything in decimals. */
  exact?: boolean;
  /** Given the decisions of each review as soon as it is done; of a large market they take more room than everything else together. */
  onDecisions?: (records: DecisionRecord[]) => void;
  /** Called after each review and at the end. */
  onProgress?: (done: number, total: number, what: string) => void;
};

/** A run as computed: levels are there, baskets and divisors become text when asked for. */
export type EngineRun = {
  levels: LevelRow[];
  /** How many reviews took place. */
  reviewCount: number;
  review(index: number): Review;
  warnings: RunWarning[];
  /** Everything as plain data. */
  toRun(): Run;
};

/**
 * Runs a plan from one day to another: every review, every change between them, every level. Throws where the rules or the data
 * leave no answer (RB7…).
 */
export function runPlan(plan: Plan, market: Market, options: RunOptions): EngineRun {
  const session = openSession(plan, market, {
    exact: options.exact === true,
    tellsAll: options.onDecisions !== undefined || options.decisions === 'all',
    tells: options.onDecisions !== undefined || (options.decisions ?? 'none') !== 'none',
  });
  const from = Math.max(epochDay(options.from), epochDay(plan.level.base.date));
  const to = Math.min(epochDay(options.to), plan.index.ends === undefined ? Infinity : epochDay(plan.index.ends));
  const index = indexDays(session, from, to);
  const events = eventsOf(session, from, to);
  readAhead(
    session,
    events.map((event) => readingDay(session, event)),
  );
  const total = events.length + 1;
  const { onDecisions } = options;
  const course = openCourse(session, (outcome) => onDecisions?.(decisionRecords(outcome, 'all')));
  try {
    walk(session, course, index, events, (done, what) => options.onProgress?.(done, total, what));
  } catch (error) {
    // A day before may lack a price, which would have ended the run first.
    levelRows(session, course, upTo(index, course));
    throw error;
  }
  const blind = course.entries.find((entry) => entry.start !== undefined);
  if (blind !== undefined && startsBlind(session, blind.day, blind.computed !== undefined)) {
    session.warnings.add('RB7103', 'the level starts from the base value after the base date', isoDate(blind.day));
  }
  for (const row of decidedRows(session, course)) {
    const example = `${row.date}: ${row.divisor}, computed ${row.computed}`;
    session.warnings.add('RB7106', 'a divisor was set by decision', example);
  }
  const levels = levelRows(session, course, index);
  options.onProgress?.(total, total, 'levels');
  const published = new Map<number, Review>();
  const review = (i: number): Review => {
    const known = published.get(i) ?? publish(course.outcomes[i]!, options);
    published.set(i, known);
    return known;
  };
  return {
    levels,
    reviewCount: course.outcomes.length,
    review,
    warnings: session.warnings.list(),
    toRun: () => ({
      index: plan.index.id,
      planHash: plan.hash,
      from: isoDate(from),
      to: isoDate(to),
      levels,
      reviews: course.outcomes.map((_, i) => review(i)),
      changes: course.changes,
      divisors: divisorRows(session, course),
      warnings: session.warnings.list(),
    }),
  };
}

/** Decisions are told each time they are asked for: of a large market they take more room than everything else together. */
function publish(outcome: Outcome, { decisions = 'none', about }: RunOptions): Review {
  return Object.defineProperty(publishReview(outcome, [], about), 'decisions', {
    enumerable: true,
    get: () => decisionRecords(outcome, decisions),
  });
}

function readingDay(session: Session, event: TimelineEvent): ReadingDay {
  const { effective, dates } = event;
  return {
    event: event.event,
    effective,
    reference: referenceOf(session, event),
    knownBy: dates.announce ?? effective,
  };
}

/** Takes the course through every day on which something may happen. */
function walk(
  session: Session,
  course: ReturnType<typeof openCourse>,
  { days, before: dayBefore }: IndexDays,
  events: TimelineEvent[],
  progress: (done: number, what: string) => void,
): void {
  let next = 0;
  let before = dayBefore;
  for (const day of days) {
    const first = next;
    while (next < events.length && events[next]!.effective <= day) next += 1;
    const due = first === next ? none : events.slice(first, next).filter((event) => event.effective > before);
    const held = course.entries.at(-1)?.standing.basket;
    if (due.length > 0 || (held !== undefined && held.size > 0 && mayChange(session, before, day, held))) {
      course.pass(before, day, due);
      if (due.length > 0) progress(next, `${due[0]!.event} ${isoDate(day)}`);
    }
    before = day;
  }
}

const none: TimelineEvent[] = [];

/** The index days before the one at which a course broke off. */
function upTo(index: IndexDays, course: Course): IndexDays {
  const until = course.failedOn ?? Number.POSITIVE_INFINITY;
  const count = index.days.findIndex((day) => day >= until);
  return count < 0 ? index : { ...index, days: index.days.slice(0, count), places: index.places.slice(0, count) };
}

/** The events of the run; those that the market data begins too late or ends too early for are passed over. */
function eventsOf(session: Session, from: number, to: number): TimelineEvent[] {
  const first = session.market.days[0] ?? to;
  return planEvents(session.plan, { from, to }, session.market.decisions, session.market.calendars).filter((event) => {
    const example = `${event.event} ${isoDate(event.effective)}`;
    if (referenceOf(session, event) < first)
      session.warnings.add('RB7102', 'an event lies before the first day of the market data', example);
    else if (liesAfterData(session, event))
      session.warnings.add('RB7112', 'an event lies after the last day of the market data', example);
    else return true;
    return false;
  });
}
