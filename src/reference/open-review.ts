import type { TimelineEvent } from '../calendar/index.ts';
import { isoDate } from '../calendar/index.ts';
import type { PlanEvent } from '../plan/plan.ts';
import type { Review as PublishedReview } from '../run/run.ts';
import { type Basket, inForceAt, type Review, scopeOf, type World } from './context.ts';
import { ALL } from './entity.ts';
import { read } from './read.ts';
import { publishedConstituents } from './sets.ts';
import { universeOf } from './universe.ts';
import { warn } from './warnings.ts';

/** The basket before an event, as far as it is known. */
export type Incumbents = {
  from: PublishedReview['incumbents'];
  lines: Set<number>;
  memberSince: Review['memberSince'];
  basketOn(day: number): Basket | undefined;
};

/** What the rules see at an event before any of them has run: its dates, the incumbents and the universe. */
export function openReview(world: World, event: TimelineEvent, incumbents: Incumbents, earlier: Review[]): Review {
  const review: Review = {
    ...world,
    event: event.event,
    dates: event.dates,
    effective: event.effective,
    asOf: asOfDay(world, event),
    knownBy: event.dates.announce ?? event.effective,
    incumbents: incumbents.lines,
    memberSince: incumbents.memberSince,
    basketOn: incumbents.basketOn,
    earlier,
    universe: undefined,
    eligible: undefined,
    sets: new Map(),
    selected: undefined,
    selectedLines: undefined,
    memo: new Map(),
  };
  review.universe = universeOf(review);
  review.memo.clear();
  return review;
}

/** The reference date; without one the index day before the event takes effect. */
export function asOfDay({ calendar }: World, event: TimelineEvent): number {
  return event.dates.reference ?? calendar.shift(event.effective, -1);
}

/** Whether index days went by between the last day of the market data and the reference date of an event. */
export function liesAfterData(world: World, event: TimelineEvent): boolean {
  const last = world.market.days.at(-1);
  const asOf = asOfDay(world, event);
  return last !== undefined && last < asOf && world.calendar.sessionsBetween(last + 1, asOf).length > 0;
}

/** Whether an event takes place: its condition, if it has one, holds. */
export function takesPlace(review: Review): boolean {
  const event = inForceAt<PlanEvent>(review, review.plan.events).find((e) => e.name === review.event);
  if (event?.when === undefined) return true;
  const outcome = read(event.when, scopeOf(review), ALL);
  if (outcome === undefined) {
    warn(
      review.warnings,
      'RB7104',
      'the condition of an event is unknown',
      `${review.event} ${isoDate(review.effective)}`,
    );
  }
  return outcome === true;
}

/** Published incumbents are those of the day before an event; on the first day of the market data those of that day. */
export function dayOfIncumbents({ market }: World, effective: number): number {
  return market.days[0] === effective ? effective : effective - 1;
}

/** What the data set publishes as the basket of this index on a day, if it does. */
export function publishedIncumbents(world: World, day: number): Incumbents | undefined {
  const lines = publishedConstituents(world, world.plan.index.id, day);
  if (lines.size === 0) return undefined;
  const since = new Map<number, number>();
  for (const c of world.market.constituents) {
    if (c.index === world.plan.index.id && c.from <= day && day < c.until)
      since.set(c.line, startOf(world, c.line, c.from));
  }
  return {
    from: 'published constituents',
    lines,
    memberSince: { lines: since, companies: companiesSince(world, since) },
    basketOn: () => undefined,
  };
}

/** Since when a line has been published without a break. */
function startOf(world: World, line: number, from: number): number {
  const before = world.market.constituents.find(
    (c) => c.index === world.plan.index.id && c.line === line && c.until === from,
  );
  return before === undefined ? from : startOf(world, line, before.from);
}

/** A company counts from its first line. */
export function companiesSince({ market }: World, lines: Map<number, number>): Map<number, number> {
  const companies = new Map<number, number>();
  for (const [line, day] of lines) {
    const company = market.companyOf[line]!;
    companies.set(company, Math.min(day, companies.get(company) ?? day));
  }
  return companies;
}

export function nobody(): Incumbents {
  return {
    from: 'none',
    lines: new Set(),
    memberSince: { lines: new Map(), companies: new Map() },
    basketOn: () => undefined,
  };
}
