import { isoDate } from '../calendar/index.ts';
import type { PlanWeighting } from '../plan/plan.ts';
import type { LimitTrace } from '../run/run.ts';
import { capFactors } from './cap-factor.ts';
import { mainOf } from './choose.ts';
import { type Basket, type Holding, type Review, runAt, scopeOf } from './context.ts';
import { type Decimal, ONE, sum, toDecimals } from './decimal.ts';
import { ALL } from './entity.ts';
import { read } from './read.ts';
import { limit, stillActing } from './limits/block.ts';
import type { Incumbents } from './open-review.ts';
import type { Outcome } from './outcome.ts';
import { priceOf, priceRead } from './price.ts';
import { problem } from './problem.ts';
import type { Picking } from './picking.ts';
import { numberOf } from './value.ts';
import { warn } from './warnings.ts';
import { rawValues, weightingAt } from './weighting.ts';

/** From the lines that were chosen to the basket: weights, limits, cap factors and index shares. */
export function weigh(review: Review, incumbents: Incumbents, picked: Picking[]): Outcome {
  const weighting = weightingAt(review);
  const lines = [...review.selectedLines!].toSorted((a, b) => a - b);
  const held = incumbents.basketOn(review.calendar.shift(review.effective, -1));
  const known = { review, incumbents, picked, weighting };
  if (weighting === undefined || weighting.entrantsOnly)
    return { ...known, ...withoutReweighting(review, incumbents, weighting, lines, held, picked) };
  if (lines.length === 0) {
    // There is nothing yet that an event which does not select could weight.
    if (mainOf(picked) === undefined && held === undefined) return { ...known, ...nothing() };
    return { ...known, ...nobodyYet(review, incumbents) };
  }
  const membership = (line: number) => membershipAfter(review, line, held, picked);
  const prices = new Map(lines.map((line) => [line, referencePrice(review, weighting, line)]));
  const raw = rawValues(weighting, scopeOf(review), lines, membership);
  const worth = new Map(
    lines.map((line) => [line, weighting.method === 'hold' ? raw.get(line)!.times(prices.get(line)!) : raw.get(line)!]),
  );
  const total = sum(worth.values());
  const before = new Map([...worth].map(([line, value]) => [line, value.div(total)]));
  const { weights, traces } = limited(review, before);
  const factors = capFactors(before, weights);
  const fresh: Basket = new Map(
    lines.map((line) => {
      const capFactor = factors.get(line)!;
      const exact = byTarget(weighting)
        ? weights.get(line)!.times(notionalOf(review, weighting)).div(prices.get(line)!)
        : sharesOf(weighting, raw.get(line)!, prices.get(line)!).times(capFactor);
      const shares = roundedShares(weighting, exact);
      if (shares.minus(exact).abs().gt(exact.div(100))) {
        const example = `${review.market.lines.ids[line]} at ${review.event} ${isoDate(review.effective)}`;
        warn(review.warnings, 'RB7109', 'rounding moves index shares by more than one percent', example);
      }
      return [line, { shares, capFactor, membership: membership(line) }];
    }),
  );
  const basket = new Map([...fresh].map(([line, holding]) => [line, { ...holding, weight: weights.get(line)! }]));
  return { ...known, stay: new Set(), fresh, basket, traces };
}

/** No weighting, or one of entrants only: who stays keeps its index shares. */
function withoutReweighting(
  review: Review,
  incumbents: Incumbents,
  weighting: PlanWeighting | undefined,
  chosen: number[],
  held: Basket | undefined,
  picked: Picking[],
): Pick<Outcome, 'stay' | 'fresh' | 'basket' | 'traces'> {
  // An event that neither selects nor weights leaves the basket as it is.
  const selects = mainOf(picked) !== undefined;
  const idle = weighting === undefined && !selects;
  if (!selects && held === undefined) return nothing();
  const lines = idle ? [...new Set([...held!.keys(), ...chosen])].toSorted((a, b) => a - b) : chosen;
  const stay = new Set(lines.filter((line) => held?.has(line)));
  const entrants = lines.filter((line) => !stay.has(line));
  if (lines.length === 0) return nobodyYet(review, incumbents);
  if (weighting === undefined && entrants.length > 0) {
    const names = entrants.slice(0, 3).map((line) => `\`${review.market.lines.ids[line]}\``);
    throw problem(
      'entrantWithoutWeighting',
      `${names.join(', ')} come${names.length === 1 ? 's' : ''} in at \`${review.event}\` on ${isoDate(review.effective)}, and no weighting runs`,
    );
  }
  const fresh =
    entrants.length === 0
      ? new Map<number, Holding>()
      : entrantShares(review, weighting!, lines, entrants, held, picked);
  const basket = new Map(lines.map((line) => [line, fresh.get(line) ?? held!.get(line)!]));
  const shown = review.calendar.shift(review.effective, -1);
  const worth = new Map([...basket].map(([line, { shares }]) => [line, shares.times(priceOn(review, line, shown))]));
  const total = sum(worth.values());
  const weighed = new Map(
    [...basket].map(([line, holding]) => [line, { ...holding, weight: worth.get(line)!.div(total) }]),
  );
  return { stay, fresh, basket: weighed, traces: [] };
}

/** Index shares of entrants beside those who stay: docs/meaning.md, "Events", 9. */
function entrantShares(
  review: Review,
  weighting: PlanWeighting,
  lines: number[],
  entrants: number[],
  held: Basket | undefined,
  picked: Picking[],
): Basket {
  const membership = (line: number) => membershipAfter(review, line, held, picked);
  const raw = rawValues(weighting, scopeOf(review), byTarget(weighting) ? lines : entrants, membership);
  const total = sum(raw.values());
  const atReference = byTarget(weighting) ? (review.basketOn(review.asOf) ?? held) : undefined;
  const value = sum(
    [...(atReference ?? [])].map(([line, { shares }]) => shares.times(priceOn(review, line, review.asOf))),
  );
  if (byTarget(weighting) && !value.gt(0)) {
    throw problem(
      'entrantWithoutWeighting',
      `\`${review.market.lines.ids[entrants[0]!]}\` comes in at \`${review.event}\` on ${isoDate(review.effective)}, where nothing is held that it could be given a part of`,
    );
  }
  return new Map(
    entrants.map((line) => {
      const price = referencePrice(review, weighting, line);
      const exact = byTarget(weighting)
        ? raw.get(line)!.div(total).times(value).div(price)
        : sharesOf(weighting, raw.get(line)!, price);
      return [line, { shares: roundedShares(weighting, exact), capFactor: ONE, membership: membership(line) }];
    }),
  );
}

/** Every block of limits of the event, in order; at last what held after its block but does not hold in the end. */
function limited(
  review: Review,
  before: Map<number, Decimal>,
): { weights: Map<number, Decimal>; traces: LimitTrace[] } {
  let weights = before;
  const traces: LimitTrace[] = [];
  const blocks = runAt(review, review.plan.limits);
  const restless: Set<string>[] = [];
  for (const block of blocks) {
    const done = limit(review, block, weights);
    weights = done.weights;
    traces.push(...done.traces);
    if (block === blocks.at(-1)) break;
    restless.push(new Set(stillActing(review, block, weights).map((trace) => trace.pointer)));
  }
  for (const [i, block] of blocks.slice(0, -1).entries()) {
    for (const trace of stillActing(review, block, weights)) {
      if (restless[i]!.has(trace.pointer)) continue;
      traces.push({ ...trace, changes: [], outcome: 'broken by later limits' });
      const example = `\`${trace.stage}\` of \`${trace.block}\`, ${review.event} ${isoDate(review.effective)}`;
      warn(review.warnings, 'RB7107', 'a limit does not hold in the end', example);
    }
  }
  return { weights, traces };
}

/** Whether weights are targets that a notional turns into shares, rather than following from base shares. */
export function byTarget(weighting: PlanWeighting): boolean {
  return weighting.method === 'equally' || (weighting.method === 'by' && weighting.of === 'company');
}

/** Whether index shares are a value of the line ÷ its price. */
export function followsValue({ method, of }: PlanWeighting): boolean {
  return method === 'by' && of === 'line';
}

/** Base shares: the units themselves, or the raw value ÷ price. */
export function sharesOf(weighting: PlanWeighting, raw: Decimal, price: Decimal): Decimal {
  return weighting.method === 'hold' ? raw : raw.div(price);
}

export function roundedShares({ roundShares }: PlanWeighting, shares: Decimal): Decimal {
  return roundShares === undefined ? shares : toDecimals(shares, roundShares);
}

function notionalOf(review: Review, weighting: PlanWeighting): Decimal {
  const value = weighting.notional === undefined ? undefined : numberOf(read(weighting.notional, scopeOf(review), ALL));
  if (value?.gt(0)) return value;
  throw problem('badCount', `\`${weighting.name}\` has no notional to turn weights into index shares with`);
}

function membershipAfter(review: Review, line: number, held: Basket | undefined, picked: Picking[]): Decimal {
  const main = mainOf(picked);
  if (main === undefined) return held?.get(line)?.membership ?? ONE;
  const member = main.selection.of === 'line' ? line : review.market.companyOf[line]!;
  return main.chosen.get(member)?.membership ?? ONE;
}

/**
 * The price on the reference date: what the index holds the line at, or where a value of the line itself is divided by
 * it what rules read.
 */
function referencePrice(review: Review, weighting: PlanWeighting, line: number): Decimal {
  const price = (followsValue(weighting) ? priceRead : priceOf)(review, line, review.asOf);
  if (price?.gt(0)) return price;
  throw noPrice(review, line, review.asOf);
}

function priceOn(review: Review, line: number, day: number): Decimal {
  const price = priceOf(review, line, day);
  if (price !== undefined) return price;
  throw noPrice(review, line, day);
}

function noPrice(review: Review, line: number, day: number) {
  return problem('noPrice', `\`${review.market.lines.ids[line]}\` has no price on ${isoDate(day)}`);
}

function nothing(): Pick<Outcome, 'stay' | 'fresh' | 'basket' | 'traces'> {
  return { stay: new Set(), fresh: new Map(), basket: new Map(), traces: [] };
}

/** Nothing: as long as nobody was in, the index has not begun; a basket that is there cannot be left without lines. */
function nobodyYet(review: Review, incumbents: Incumbents): ReturnType<typeof nothing> {
  if (incumbents.lines.size > 0) throw empty(review);
  const example = `${review.event} ${isoDate(review.effective)}`;
  warn(review.warnings, 'RB7113', 'an event selected nobody before there was a basket', example);
  return nothing();
}

/** The failure of a basket without lines. */
export function empty(review: Review) {
  return problem('emptyBasket', `\`${review.event}\` on ${isoDate(review.effective)} leaves a basket without lines`);
}
