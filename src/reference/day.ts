import { isoDate, type TimelineEvent } from '../calendar/index.ts';
import type { PlanLevelVersion } from '../plan/plan.ts';
import { inForce } from '../plan/in-force.ts';
import type { DivisorRow, Run } from '../run/run.ts';
import { applyActions } from './actions/apply.ts';
import { booked, type Morning, morningOf, worth } from './actions/morning.ts';
import { choose, mainOf } from './choose.ts';
import type { Basket, Review, World } from './context.ts';
import { type Decimal, ZERO } from './decimal.ts';
import { type Decisions, decisionRecords } from './decision-records.ts';
import { decidedDivisor } from './decided-divisor.ts';
import { continued } from './divisor.ts';
import { adjustedPart, reinvested } from './dividends.ts';
import { closingValue, type Levels, levelRow, levelRulesOf, levelsOf } from './level.ts';
import { firstDivisor } from './first-divisor.ts';
import {
  dayOfIncumbents,
  type Incumbents,
  nobody,
  openReview,
  publishedIncumbents,
  takesPlace,
} from './open-review.ts';
import type { Outcome } from './outcome.ts';
import { followParent } from './parent-change.ts';
import { publishReview } from './publish-review.ts';
import { problem } from './problem.ts';
import { divisorText, plainDivisor } from './published.ts';
import { asOfMorning, type Bench, replaceLeavers } from './replacement.ts';
import { changesBasket, takeUp } from './take-up.ts';
import { warn } from './warnings.ts';
import { weigh } from './weigh.ts';

/** How far a run has come. */
export type Course = Pick<Run, 'levels' | 'reviews' | 'changes' | 'divisors'> & {
  basket: Basket;
  /** The basket in force from each day on which it changed. */
  history: { day: number; basket: Basket }[];
  memberSince: Review['memberSince'];
  divisor: Decimal | undefined;
  last: Levels | undefined;
  earlier: Review[];
  bench: Bench;
};

export function startOfCourse(): Course {
  return {
    basket: new Map(),
    history: [],
    memberSince: { lines: new Map(), companies: new Map() },
    divisor: undefined,
    last: undefined,
    earlier: [],
    bench: { selection: undefined, weighting: undefined, heldSince: new Set() },
    levels: [],
    reviews: [],
    changes: [],
    divisors: [],
  };
}

type Today = { before: number; day: number; events: TimelineEvent[]; decisions: Decisions };

/**
 * One index day: the actions before the open, replacements, the reviews that take effect, the divisor, and the level at
 * the close.
 */
export function passDay(world: World, course: Course, today: Today): Course {
  const { before, day } = today;
  const next: Course = { ...course, bench: { ...course.bench, heldSince: new Set(course.bench.heldSince) } };
  let morning = morningOf(world, before, day, course.basket);
  const causes: string[] = [];
  const value = course.divisor === undefined ? ZERO : worth(morning);
  let unpaired: Error | undefined;
  if (course.basket.size > 0) {
    applyActions(morning, asOfMorning(course.bench.weighting!.review, morning));
    replaceLeavers(morning, next.bench, value);
    unpaired = followParent(morning, next.bench, course.basket, value);
    causes.push(...new Set(morning.changes.map((change) => change.kind)));
  }
  const valueBefore = value.plus(booked(morning));
  next.changes = [...course.changes, ...morning.changes];
  // What the events of the day find: the basket at the close before, then what the one before made of it.
  let [lines, held] = [new Set(course.basket.keys()), course.basket];
  for (const event of today.events) {
    const outcome = reviewOn(world, next, event, lines, held, before);
    if (outcome === undefined) continue;
    const taken = takeUp(world, morning, outcome, next.bench, next.changes, course.bench);
    morning = taken.morning;
    next.bench = taken.bench;
    next.changes = [...next.changes, ...taken.changes];
    next.reviews = [...next.reviews, publishReview(outcome, decisionRecords(outcome, today.decisions))];
    next.earlier = [...next.earlier, outcome.review];
    if (course.divisor === undefined) next.memberSince = outcome.incumbents.memberSince;
    if (weighsAll(outcome)) unpaired = undefined;
    if (changesBasket(outcome)) {
      lines = new Set(morning.basket.keys());
      held = morning.basket;
    }
    causes.push(outcome.review.event);
  }
  if (unpaired !== undefined) throw unpaired;
  next.basket = morning.basket;
  return closeDay(world, next, today, morning, valueBefore, causes);
}

/** Computes a review that takes effect today, if it takes place. */
function reviewOn(
  world: World,
  course: Course,
  event: TimelineEvent,
  lines: Set<number>,
  held: Basket,
  before: number,
): Outcome | undefined {
  const incumbents = incumbentsOf(world, course, event, lines, held, before);
  const review = openReview(world, event, incumbents, course.earlier);
  if (!takesPlace(review)) return undefined;
  return weigh(review, incumbents, choose(review));
}

/** The run's own basket; as long as it has none, the published constituents of the day before. */
function incumbentsOf(
  world: World,
  course: Course,
  event: TimelineEvent,
  lines: Set<number>,
  held: Basket,
  before: number,
): Incumbents {
  if (lines.size === 0) return publishedIncumbents(world, dayOfIncumbents(world, event.effective)) ?? nobody();
  const { plan } = world;
  const runs = [...plan.selections.filter((s) => s.set === 'constituents'), ...plan.weightings].some(
    (rule) => (rule.at === undefined || rule.at.includes(event.event)) && inForce(rule, event.effective),
  );
  const leaves = (line: number) => runs && held.get(line)?.untilNextReview === true;
  return {
    from: 'previous review',
    lines: new Set([...lines].filter((line) => !leaves(line))),
    memberSince: course.memberSince,
    basketOn: (day) => (day >= before ? held : course.history.findLast((h) => h.day <= day)?.basket),
  };
}

/** Whether an event selects and weights the whole basket anew. */
function weighsAll({ picked, weighting }: Outcome): boolean {
  return mainOf(picked) !== undefined && weighting !== undefined && weighting.entrantsOnly !== true;
}

/** The divisor that keeps the level of the day before, and the level at the close. */
function closeDay(
  world: World,
  course: Course,
  { before, day }: Today,
  morning: Morning,
  valueBefore: Decimal,
  causes: string[],
): Course {
  const level = levelRulesOf(world, day);
  const { basket } = course;
  if (basket.size === 0) {
    if (course.divisor === undefined) return course;
    throw problem('noValue', `nothing is left in the basket on ${isoDate(day)}`);
  }
  const next = { ...course };
  const decided = decidedDivisor(world, before, day);
  let computed: Decimal;
  let since = before;
  if (course.divisor === undefined || course.last === undefined) {
    const first = firstDivisor(world, basket, () => worth(morning), before, day, decided);
    computed = first.computed;
    since = first.since;
    next.divisor = first.divisor;
    next.last = first.levels;
  } else {
    computed = continued(course.divisor, valueBefore, worth(morning), level, day);
    next.divisor = decided ?? computed;
  }
  if (decided !== undefined || course.divisor === undefined || !next.divisor.eq(course.divisor)) {
    next.divisors = [...course.divisors, divisorRow(world, level, day, next.divisor, computed, decided, causes)];
  }
  // A price level asks nothing of dividends, so that they may lack their terms.
  const pays = (...kinds: string[]) => since < day && level.variants.some(({ kind }) => kinds.includes(kind));
  const dividends = pays('total', 'net') ? reinvested(world, before, day, basket) : ZERO;
  const adjusted = pays('net') ? adjustedPart(morning) : ZERO;
  const price = closingValue(world, basket, day).div(next.divisor);
  next.last = levelsOf(level, next.last!, price, dividends, next.divisor, adjusted);
  next.levels = [...course.levels, levelRow(level, day, next.last)];
  next.history = [...course.history, { day, basket }];
  next.memberSince = membersSince(world, course.memberSince, basket, day);
  return next;
}

/** The divisor that is new today. Where a decision set it the computed one stands beside it, and the run says so. */
function divisorRow(
  { warnings }: World,
  { roundDivisor }: PlanLevelVersion,
  day: number,
  divisor: Decimal,
  computed: Decimal,
  decided: Decimal | undefined,
  causes: string[],
): DivisorRow {
  const date = isoDate(day);
  if (decided === undefined) {
    return { date, divisor: divisorText(divisor, roundDivisor), cause: causes.join(', ') };
  }
  const given = plainDivisor(decided);
  const found = divisorText(computed, roundDivisor);
  warn(warnings, 'RB7106', 'a divisor was set by decision', `${date}: ${given}, computed ${found}`);
  return { date, divisor: given, cause: [...causes, 'decision'].join(', '), computed: found };
}

/** Who was in stays in since then; who came in is in since today. */
function membersSince(world: World, since: Review['memberSince'], basket: Basket, day: number): Review['memberSince'] {
  const companies = new Set([...basket.keys()].map((line) => world.market.companyOf[line]!));
  return {
    lines: new Map([...basket.keys()].map((line) => [line, since.lines.get(line) ?? day])),
    companies: new Map([...companies].map((company) => [company, since.companies.get(company) ?? day])),
  };
}
