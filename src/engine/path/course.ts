import { isoDate, type TimelineEvent } from '../../calendar/index.ts';
import type { BasketChange } from '../../run/run.ts';
import type { Decimal } from '../numbers/decimal.ts';
import { ddOfDecimal } from '../numbers/double-double.ts';
import { doubt, type Near } from '../numbers/numbers.ts';
import { choose } from '../review/choose.ts';
import { dayOfIncumbents, type Incumbents, incumbentsOf, nobody, publishedIncumbents } from '../review/incumbents.ts';
import { openScope, takesPlace } from '../review/open-scope.ts';
import type { Outcome } from '../review/outcome.ts';
import { weigh } from '../review/weigh.ts';
import { runsAt } from '../session/in-force.ts';
import { problem } from '../session/problem.ts';
import type { Scope } from '../session/scope.ts';
import type { Session } from '../session/session.ts';
import type { Basket, Holding, Holdings } from './basket.ts';
import { decidedDivisor } from './decided-divisor.ts';
import { continued, firstDivisor, type Start } from './divisor.ts';
import { type ActedMorning, actMorning, type Standing } from './pass-morning.ts';
import { NearHoldings } from './near-holdings.ts';
import { changesBasket, takeUp } from './take-up.ts';
import { exactWorld, nearWorld, type NumberWorld } from './number-world.ts';
import { adjustedPart, type Morning, worth } from './morning.ts';
import { levelAt } from '../session/versions.ts';

/** A day on which the basket or the divisor may have changed, in one number system. */
export type Entry<S> = {
  day: number;
  standing: Standing<S>;
  divisor: S | undefined;
  /** What the rules gave, where a decision set the divisor. */
  computed: S | undefined;
  changes: BasketChange[];
  causes: string[];
  start: Start<S> | undefined;
  /** What part of the basket's worth dividends paid that it was adjusted for this morning, where net return asks. */
  adjusted: S | undefined;
};

/** The days of a run on which something happened, in double-doubles; in decimals on demand. */
export type Course = {
  session: Session;
  entries: Entry<Near>[];
  /** The entry in decimals. */
  exact(index: number): Entry<Decimal>;
  outcomes: Outcome[];
  changes: BasketChange[];
  /** Relative bound on the error of everything in double-doubles. */
  error(): number;
  /** The day at which it broke off, if it did. */
  failedOn?: number;
};

type Day = {
  before: number;
  day: number;
  outcomes: Outcome[];
  /** What its actions did, in double-doubles, once they could be answered. */
  acted?: ActedMorning<Near>;
};

/**
 * Starts a course; `pass` takes it through a day on which something may happen, and tells of each event as soon as it
 * is decided: what was found for it is forgotten then, and found again where a later event looks back at it.
 */
export function openCourse(
  session: Session,
  tell: (outcome: Outcome) => void,
): Course & { pass(before: number, day: number, events: TimelineEvent[]): void } {
  const near = nearWorld(session.market.lines.ids.length);
  const days: Day[] = [];
  const exactEntries: Entry<Decimal>[] = [];
  const exact = (index: number): Entry<Decimal> => {
    while (exactEntries.length <= index) {
      const at = exactEntries.length;
      const last = exactEntries[at - 1];
      const acted = act(exactWorld, session, last, days[at]!);
      exactEntries.push(enter(exactWorld, session, last, days[at]!, acted, allChanges(at)));
    }
    return exactEntries[index]!;
  };
  const course: Course = { session, entries: [], exact, outcomes: [], changes: [], error: () => near.numbers.error };
  const allChanges = (before: number) => course.entries.slice(0, before).flatMap((entry) => entry.changes);
  let joined: Incumbents['joined'] = { lines: new Map(), companies: new Map() };
  let earlier: Scope | undefined;
  const pass = (before: number, day: number, events: TimelineEvent[]) => {
    course.failedOn = day;
    const index = course.entries.length;
    const last = course.entries[index - 1];
    const today: Day = { before, day, outcomes: [] };
    days.push(today);
    let held = basketAt(course, index - 1);
    // What happened to companies comes before what the rules make of it, also where it can't be answered.
    if (events.length > 0) tryMorning(last, today);
    for (const event of events) {
      const lines = today.outcomes.length === 0 ? heldLines(held) : [...inside(today)];
      const incumbents = incumbentsFor(course, event, lines, held, before, joined);
      const scope = openScope(session, event, incumbents, earlier);
      if (!takesPlace(scope)) continue;
      const outcome = weigh(scope, incumbents, choose(scope));
      today.outcomes.push(outcome);
      course.outcomes.push(outcome);
      tell(outcome);
      scope.frames.clear();
      if (session.looksBack) earlier = scope;
      if (last?.divisor === undefined) joined = incumbents.joined;
      near.numbers.error += 8 * outcome.fresh.near.error + 2 ** -92;
      // Only another event of the same day looks at what this one made.
      if (event !== events.at(-1) && changesBasket(outcome)) held = pending(course, today, index);
    }
    let entry: Entry<Near>;
    try {
      if (session.exact) throw doubt;
      entry = enter(near, session, last, today, actNear(last, today), course.changes);
    } catch (error) {
      if (error !== doubt) throw error;
      entry = nearEntry(exact(index));
    }
    delete today.acted;
    course.entries.push(entry);
    course.changes.push(...entry.changes);
    delete course.failedOn;
    if (session.asksJoining) joined = stillIn(session, joined, entry.standing.basket, day);
  };
  return Object.assign(course, { pass });

  function actNear(last: Entry<Near> | undefined, today: Day): ActedMorning<Near> {
    today.acted ??= act(near, session, last, today);
    return today.acted;
  }

  /** Throws where the actions of a day can't be answered. */
  function tryMorning(last: Entry<Near> | undefined, today: Day): void {
    try {
      actNear(last, today);
    } catch (error) {
      if (error !== doubt) throw error;
    }
  }

  function inside(today: Day): Set<number> {
    const last = course.entries.at(-1);
    try {
      const opened = enter(near, session, last, today, actNear(last, today), course.changes, true);
      return new Set(opened.standing.basket.keys());
    } catch (error) {
      if (error !== doubt) throw error;
      return new Set(pending(course, today, course.entries.length).near.holdings.keys());
    }
  }

  function pending(into: Course, today: Day, index: number): Basket {
    const last = index === 0 ? undefined : exact(index - 1);
    const acted = act(exactWorld, session, last, today);
    const entry = enter(exactWorld, session, last, today, acted, into.changes, true);
    const state = { holdings: entry.standing.basket, divisor: entry.divisor };
    return {
      from: today.day,
      near: { holdings: nearBasket(entry.standing.basket), divisor: undefined },
      exact: () => state,
    };
  }
}

function heldLines(held: Basket | undefined): Int32Array {
  return held === undefined ? new Int32Array(0) : NearHoldings.of(held.near.holdings).lines;
}

/** The basket as an entry of a course left it. */
export function basketAt(course: Course, index: number): Basket | undefined {
  const entry = course.entries[index];
  if (entry === undefined || entry.standing.basket.size === 0) return undefined;
  return {
    from: entry.day,
    near: { holdings: entry.standing.basket, divisor: entry.divisor },
    exact: () => {
      const { standing, divisor } = course.exact(index);
      return { holdings: standing.basket, divisor };
    },
  };
}

/** The run's own basket; as long as it has none, the published constituents of the day before. */
function incumbentsFor(
  course: Course,
  event: TimelineEvent,
  lines: ArrayLike<number> & Iterable<number>,
  held: Basket | undefined,
  before: number,
  joined: Incumbents['joined'],
): Incumbents {
  const { session } = course;
  const { plan, market } = session;
  if (lines.length === 0)
    return publishedIncumbents(market, plan.index.id, dayOfIncumbents(market, event.effective)) ?? nobody(market);
  const runs = [...plan.selections.filter((s) => s.set === 'constituents'), ...plan.weightings].some((rule) =>
    runsAt(rule, event.event, event.effective),
  );
  const passing = runs && held !== undefined ? NearHoldings.of(held.near.holdings).passing : undefined;
  const staying = passing === undefined ? lines : Array.from(lines).filter((line) => !passing.has(line));
  const basketOn = (day: number): Basket | undefined => {
    if (day >= before) return held;
    return basketAt(
      course,
      course.entries.findLastIndex((entry) => entry.day <= day),
    );
  };
  return incumbentsOf(market, 'previous review', joined.lines, staying, basketOn, joined.companies);
}

/** Who was in stays in since then; who came in is in since today. */
function stillIn(
  { market }: Session,
  since: Incumbents['joined'],
  basket: Holdings<unknown>,
  day: number,
): Incumbents['joined'] {
  const lines = [...basket.keys()];
  return {
    lines: new Map(lines.map((line) => [line, since.lines.get(line) ?? day])),
    companies: new Map(
      lines.map((line) => [market.companyOf[line]!, since.companies.get(market.companyOf[line]!) ?? day]),
    ),
  };
}

/** Whether an event selects and weights the whole basket anew. */
function weighsAll({ chosen, weighting }: Outcome): boolean {
  return chosen.main !== undefined && weighting !== undefined && weighting.entrantsOnly !== true;
}

/** What the actions of a day make of the basket of the one before. */
function act<S>(
  world: NumberWorld<S>,
  session: Session,
  last: Entry<S> | undefined,
  { before, day }: Day,
): ActedMorning<S> {
  const standing = last?.standing ?? { basket: new Map<number, Holding<S>>(), bench: emptyBench };
  return actMorning(world, session, before, day, standing);
}

/**
 * What a day makes of the one before, once its actions are done, in one number system. `open`: only as far as the
 * basket.
 */
function enter<S>(
  world: NumberWorld<S>,
  session: Session,
  last: Entry<S> | undefined,
  { before, day, outcomes }: Day,
  acted: ActedMorning<S>,
  earlierChanges: readonly BasketChange[],
  open = false,
): Entry<S> {
  let { morning, bench } = acted;
  const causes = [...acted.causes];
  const changes = outcomes.length === 0 ? [] : [...earlierChanges, ...morning.changes];
  const told = [...morning.changes];
  for (const outcome of outcomes) {
    const taken = takeUp(morning, outcome, bench, changes, last?.standing.bench ?? emptyBench);
    ({ morning, bench } = taken);
    changes.push(...taken.changes);
    told.push(...taken.changes);
    causes.push(outcome.scope.event);
  }
  const entry: Entry<S> = {
    day,
    standing: { basket: morning.basket, bench },
    divisor: last?.divisor,
    computed: undefined,
    changes: told,
    causes,
    start: undefined,
    adjusted: undefined,
  };
  if (open) return entry;
  if (acted.unpaired !== undefined && !outcomes.some(weighsAll)) throw acted.unpaired;
  if (morning.basket.size === 0) {
    if (last?.divisor === undefined) return entry;
    throw problem('noValue', `nothing is left in the basket on ${isoDate(day)}`);
  }
  const decided = decidedDivisor(session, before, day);
  const given = decided === undefined ? undefined : world.numbers.of(decided);
  if (last?.divisor === undefined) {
    const { computed, start } = firstDivisor(world, session, morning, given);
    const adjusted = start.since < day ? adjustedBy(session, morning) : undefined;
    return { ...entry, divisor: start.divisor, computed: given === undefined ? undefined : computed, start, adjusted };
  }
  const computed = continued(world, session, last.divisor, acted.valueBefore!, worth(morning), day);
  const adjusted = adjustedBy(session, morning);
  return given === undefined
    ? { ...entry, divisor: computed, adjusted }
    : { ...entry, divisor: given, computed, adjusted };
}

function adjustedBy<S>(session: Session, morning: Morning<S>): S | undefined {
  return levelAt(session, morning.day).variants.some(({ kind }) => kind === 'net') ? adjustedPart(morning) : undefined;
}

const emptyBench = { selection: undefined, weighting: undefined, heldSince: new Set<number>() };

function nearBasket(basket: Holdings<Decimal>): Holdings<Near> {
  return NearHoldings.of(
    new Map(
      Array.from(basket.values(), (h) => [h.line, { ...h, shares: nearOf(h.shares), capFactor: nearOf(h.capFactor) }]),
    ),
  );
}

function nearEntry(entry: Entry<Decimal>): Entry<Near> {
  const { standing, divisor, computed, start, adjusted, ...rest } = entry;
  return {
    ...rest,
    standing: { basket: nearBasket(standing.basket), bench: standing.bench },
    divisor: divisor === undefined ? undefined : nearOf(divisor),
    computed: computed === undefined ? undefined : nearOf(computed),
    adjusted: adjusted === undefined ? undefined : nearOf(adjusted),
    start:
      start === undefined
        ? undefined
        : {
            divisor: nearOf(start.divisor),
            price: nearOf(start.price),
            total: nearOf(start.total),
            net: nearOf(start.net),
            since: start.since,
          },
  };
}

function nearOf(value: Decimal): Near {
  return { ...ddOfDecimal(value), exact: value };
}
