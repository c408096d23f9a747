import { epochDay, isoDate, type TimelineEvent } from '../calendar/index.ts';
import type { Market } from '../market/index.ts';
import type { Plan } from '../plan/plan.ts';
import { expressionsIn } from '../plan/operands.ts';
import { planEvents } from '../plan/plan-events.ts';
import type { Review as Published } from '../run/run.ts';
import { choose, mainOf } from './choose.ts';
import type { Basket, Review, World } from './context.ts';
import { decimal, ONE } from './decimal.ts';
import { isListed } from './listing.ts';
import {
  asOfDay,
  companiesSince,
  liesAfterData,
  type Incumbents,
  nobody,
  openReview,
  dayOfIncumbents,
  publishedIncumbents,
  takesPlace,
} from './open-review.ts';
import { problem } from './problem.ts';
import { publishReview } from './publish-review.ts';
import { decisionRecords, type Decisions } from './decision-records.ts';
import { empty, weigh } from './weigh.ts';
import { worldOf } from './world.ts';

/** A constituent before the review, by line; index shares and cap factor where they are known. */
export type GivenIncumbent = { line: string; indexShares?: string; capFactor?: string; membership?: string };

/**
 * The review effective on a date (ISO), on its own. Incumbents are those given, else the data set's published
 * constituents of the day before, else what the earlier events selected. Throws where no event is effective then, and
 * wherever rules cannot be met (RB7…).
 */
export function referenceReview(
  plan: Plan,
  market: Market,
  options: { on: string; event?: string; incumbents?: GivenIncumbent[]; decisions?: Decisions },
): Published {
  const world = worldOf(plan, market);
  const on = epochDay(options.on);
  const first = market.days[0] ?? on;
  const all = planEvents(plan, { from: first, to: on }, market.decisions, market.calendars);
  const target = all.findLast((e) => e.effective === on && (options.event === undefined || e.event === options.event));
  if (target === undefined) {
    throw problem(
      'noSuchEvent',
      `no ${options.event === undefined ? 'event' : `\`${options.event}\``} is effective on ${options.on}`,
    );
  }
  reachesData(world, target);
  const events = all.filter((e) => asOfDay(world, e) >= first);
  const given = options.incumbents === undefined ? undefined : givenIncumbents(world, options.incumbents);
  const own = given ?? publishedIncumbents(world, dayOfIncumbents(world, on));
  const earlier: Review[] = [];
  let chained = nobody();
  if (own === undefined || needsMemory(plan)) {
    for (const event of events.slice(0, events.indexOf(target))) {
      const review = openReview(
        world,
        event,
        publishedIncumbents(world, dayOfIncumbents(world, event.effective)) ?? chained,
        [...earlier],
      );
      if (!takesPlace(review)) continue;
      choose(review);
      earlier.push(review);
      chained = selectedBy(world, review);
    }
  }
  const incumbents = own ?? stillListed(world, chained, asOfDay(world, target));
  const review = openReview(world, target, incumbents, earlier);
  if (!takesPlace(review)) {
    throw problem('noSuchEvent', `the condition of \`${target.event}\` does not hold on ${isoDate(review.asOf)}`);
  }
  const outcome = weigh(review, incumbents, choose(review));
  if (mainOf(outcome.picked) !== undefined && outcome.basket.size === 0) throw empty(review);
  return publishReview(outcome, decisionRecords(outcome, options.decisions ?? 'none'));
}

/** Throws where the market data do not reach the reference date of an event. */
function reachesData(world: World, event: TimelineEvent): void {
  const { days } = world.market;
  const asOf = asOfDay(world, event);
  const what = `the reference date of \`${event.event}\` effective on ${isoDate(event.effective)} is ${isoDate(asOf)}`;
  if (days.length === 0)
    throw problem('reviewBeforeData', `${what}, and there are no prices up to ${isoDate(event.effective)}`);
  if (asOf < days[0]!) throw problem('reviewBeforeData', `${what}, and the prices begin on ${isoDate(days[0]!)}`);
  if (liesAfterData(world, event))
    throw problem('reviewAfterData', `${what}, and the prices end on ${isoDate(days.at(-1)!)}`);
}

/** Whether a rule asks for something that an earlier event left behind. */
function needsMemory(plan: Plan): boolean {
  return (
    expressionsIn(plan).some((e) => e.op === 'previous' || e.op === 'added since') ||
    plan.selections.some((selection) => selection.set !== 'constituents')
  );
}

function selectedBy(world: World, review: Review): Incumbents {
  const lines = new Set(review.selectedLines);
  const since = new Map([...lines].map((line) => [line, review.memberSince.lines.get(line) ?? review.effective]));
  const from = lines.size === 0 ? 'none' : 'previous review';
  return {
    from,
    lines,
    memberSince: { lines: since, companies: companiesSince(world, since) },
    basketOn: () => undefined,
  };
}

function stillListed(world: World, incumbents: Incumbents, day: number): Incumbents {
  const lines = new Set([...incumbents.lines].filter((line) => isListed(world.market, line, day)));
  return { ...incumbents, from: lines.size === 0 ? 'none' : incumbents.from, lines };
}

function givenIncumbents(world: World, given: GivenIncumbent[]): Incumbents {
  const basket: Basket = new Map();
  const lines = new Set<number>();
  for (const { line: id, indexShares, capFactor, membership } of given) {
    const line = world.market.lines.index.get(id);
    if (line === undefined) throw problem('unknownSubject', `the incumbent \`${id}\` is no line of the data set`);
    lines.add(line);
    if (indexShares === undefined) continue;
    basket.set(line, {
      shares: decimal(indexShares),
      capFactor: capFactor === undefined ? ONE : decimal(capFactor),
      membership: membership === undefined ? ONE : decimal(membership),
    });
  }
  return {
    from: lines.size === 0 ? 'none' : 'previous review',
    lines,
    memberSince: { lines: new Map(), companies: new Map() },
    basketOn: () => (basket.size === 0 ? undefined : basket),
  };
}
