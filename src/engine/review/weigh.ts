import { isoDate } from '../../calendar/index.ts';
import type { PlanWeighting } from '../../plan/plan.ts';
import { type Decimal, one, roundToDecimals, zero } from '../numbers/decimal.ts';
import { decimalValues } from '../numbers/decimal-values.ts';
import type { Basket, Holding } from '../path/basket.ts';
import { priceOn, priceRead } from '../path/prices.ts';
import { runsAt } from '../session/in-force.ts';
import { problem } from '../session/problem.ts';
import type { Scope } from '../session/scope.ts';
import { buildExact, buildNear, exactRaw, followsValue } from '../weights/build.ts';
import type { Built, Recipe } from '../weights/recipe.ts';
import { noPrice } from '../weights/weight-failures.ts';
import type { Chosen } from './choose.ts';
import type { Incumbents } from './incumbents.ts';
import { leftOut } from './left-out.ts';
import { type Fresh, nearOf, nothingFresh, type Outcome } from './outcome.ts';

/** From the lines that were chosen to the basket: weights, limits, cap factors and index shares. */
export function weigh(scope: Scope, incumbents: Incumbents, chosen: Chosen): Outcome {
  const weighting = weightingAt(scope);
  const { lines, main } = chosen;
  const held = scope.basketOn(scope.session.calendar.shift(scope.effective, -1));
  const memberships = membershipsAfter(scope, chosen, held);
  const known = { scope, incumbents, chosen, weighting, lines, memberships };
  if (weighting === undefined || weighting.entrantsOnly === true) {
    if (held === undefined && main === undefined) {
      return { ...known, lines: [], stay: new Set(), fresh: nothingFresh };
    }
    // An event that neither selects nor weights leaves the basket as it is.
    const idle = weighting === undefined && main === undefined;
    const all = idle ? [...new Set([...held!.near.holdings.keys(), ...lines])].toSorted((a, b) => a - b) : lines;
    if (all.length === 0) return { ...known, lines: [], stay: new Set(), fresh: nobodyYet(scope) };
    const stay = new Set(all.filter((line) => held?.near.holdings.has(line)));
    const entrants = all.filter((line) => !stay.has(line));
    const fresh = entrantShares(scope, weighting, all, entrants, memberships, held);
    return { ...known, lines: all, stay, fresh };
  }
  if (lines.length === 0) {
    // There is nothing yet that an event which does not select could weight.
    if (main === undefined && held === undefined) return { ...known, stay: new Set(), fresh: nothingFresh };
    return { ...known, stay: new Set(), fresh: nobodyYet(scope) };
  }
  const recipe: Recipe = {
    scope,
    weighting,
    limits: scope.session.plan.limits.filter((block) => runsAt(block, scope.event, scope.effective)),
    lines,
    memberships: lines.map((line) => memberships.get(line)!),
  };
  const fresh = freshOf(lines, buildNear(recipe), () => buildExact(recipe));
  for (const { stage, block, outcome } of fresh.near.traces) {
    if (outcome !== 'broken by later limits') continue;
    const example = `\`${stage}\` of \`${block}\`, ${scope.event} ${isoDate(scope.effective)}`;
    scope.session.warnings.add('RB7107', 'a limit does not hold in the end', example);
  }
  for (const line of fresh.near.coarse) {
    const example = `${scope.session.market.lines.ids[line]} at ${scope.event} ${isoDate(scope.effective)}`;
    scope.session.warnings.add('RB7109', 'rounding moves index shares by more than one percent', example);
  }
  return { ...known, stay: new Set(), fresh };
}

/** The weighting that runs at an event, if one does; two are a failure (RB7200). */
function weightingAt(scope: Scope): PlanWeighting | undefined {
  const [first, second] = scope.session.plan.weightings.filter((w) => runsAt(w, scope.event, scope.effective));
  if (second === undefined) return first;
  throw problem(
    'twoWeightings',
    `\`${first!.name}\` and \`${second.name}\` both weight at \`${scope.event}\` on ${isoDate(scope.effective)}`,
  );
}

function freshOf(lines: number[], near: ReturnType<typeof buildNear>, make: () => Built<Decimal>): Fresh {
  let made: Built<Decimal> | undefined;
  const exact = () => {
    made ??= make();
    return made;
  };
  return { lines, near: near ?? nearOf(exact()), exact };
}

/** Index shares of entrants beside those who stay. */
function entrantShares(
  scope: Scope,
  weighting: PlanWeighting | undefined,
  lines: number[],
  entrants: number[],
  memberships: Map<number, Decimal>,
  held: Basket | undefined,
): Fresh {
  if (entrants.length === 0) return nothingFresh;
  const { session, reference } = scope;
  if (weighting === undefined) {
    const names = entrants.slice(0, 3).map((line) => `\`${session.market.lines.ids[line]}\``);
    throw problem(
      'entrantWithoutWeighting',
      `${names.join(', ')} come${names.length === 1 ? 's' : ''} in at \`${scope.event}\` on ${isoDate(scope.effective)}, and no weighting runs`,
    );
  }
  const byTarget = weighting.method === 'equally' || (weighting.method === 'by' && weighting.of === 'company');
  const weighed = byTarget ? lines : entrants;
  const raw = exactRaw({
    scope,
    weighting,
    limits: [],
    lines: weighed,
    memberships: weighed.map((l) => memberships.get(l)!),
  });
  const rawOf = new Map(weighed.map((line, i) => [line, raw[i]!]));
  const total = raw.reduce((sum, value) => sum.plus(value), zero);
  const basket = byTarget ? (scope.basketOn(reference) ?? held) : undefined;
  let value = zero;
  const worthOf = ({ line, shares }: Holding<Decimal>) =>
    shares.times(priceOn(session, line, reference) ?? missing(scope, line));
  for (const h of basket?.exact().holdings.values() ?? []) value = value.plus(worthOf(h));
  const priceOf = followsValue(weighting) ? priceRead : priceOn;
  const priced = (line: number) => {
    const price = priceOf(session, line, reference);
    return price?.gt(0) ? price : missing(scope, line);
  };
  if (byTarget && !value.gt(0)) throw nothingToShare(scope, entrants);
  const { roundShares } = weighting;
  const shares = entrants.map((line) => {
    const own = rawOf.get(line)!;
    const exact = byTarget
      ? own.div(total).times(value).div(priced(line))
      : weighting.method === 'hold'
        ? own
        : own.div(priced(line));
    return roundShares === undefined ? exact : roundToDecimals(exact, roundShares.decimals, roundShares.mode);
  });
  const built: Built<Decimal> = {
    before: decimalValues([]),
    after: decimalValues([]),
    capFactors: decimalValues(entrants.map(() => one)),
    shares: decimalValues(shares),
    coarse: [],
    traces: [],
    error: 0,
  };
  return freshOf(entrants, undefined, () => built);
}

function nothingToShare(scope: Scope, entrants: number[]) {
  return problem(
    'entrantWithoutWeighting',
    `\`${scope.session.market.lines.ids[entrants[0]!]}\` comes in at \`${scope.event}\` on ${isoDate(scope.effective)}, where nothing is held that it could be given a part of`,
  );
}

/** The membership of each line that was chosen. */
function membershipsAfter(scope: Scope, { main, lines }: Chosen, held: Basket | undefined): Map<number, Decimal> {
  if (main?.selection.of === 'line') return main.members.membership;
  const { companyOf } = scope.session.market;
  const memberships = new Map<number, Decimal>();
  for (const line of lines) {
    const known =
      main === undefined ? held?.near.holdings.get(line)?.membership : main.members.membership.get(companyOf[line]!);
    memberships.set(line, known ?? one);
  }
  return memberships;
}

function missing(scope: Scope, line: number): never {
  throw noPrice(scope, line, scope.reference);
}

/** Nothing: as long as nobody was in, the index has not begun; a basket that is there cannot be left without lines. */
function nobodyYet(scope: Scope): Fresh {
  if (scope.incumbentLines.includes(1)) throw empty(scope);
  const example = `${scope.event} ${isoDate(scope.effective)}`;
  scope.session.warnings.add('RB7113', 'an event selected nobody before there was a basket', example);
  return nothingFresh;
}

/** The failure of a basket without lines. */
export function empty(scope: Scope) {
  const review = `\`${scope.event}\` on ${isoDate(scope.effective)}`;
  return problem('emptyBasket', `${review} leaves a basket without lines: ${leftOut(scope)}`);
}
