import type { PlanExpression } from '../../plan/expression.ts';
import { exactNumber, exactOperand } from '../exact/exact-value.ts';
import { mapEntity } from '../columns/domains.ts';
import { runBlocks } from '../limits/blocks.ts';
import { compareDecimals, Decimal, one, roundToDecimals, zero } from '../numbers/decimal.ts';
import { decimalValues } from '../numbers/decimal-values.ts';
import { decimals, doubt, nearNumbers, type Near, type Numbers } from '../numbers/numbers.ts';
import { roundNear } from '../numbers/publish.ts';
import { extremePlace, listed, placesOf, type Values } from '../numbers/values.ts';
import { nearPrices, nearPricesRead, priceOn, priceRead } from '../path/prices.ts';
import { referenceFrame, type Scope } from '../session/scope.ts';
import { nearValuesFor } from './near-value.ts';
import type { Built, Recipe } from './recipe.ts';
import { noNotional, noPrice, noWeight } from './weight-failures.ts';

/** A basket in double-doubles; undefined where something is too close to call, and decimals are needed. */
export function buildNear(recipe: Recipe): Built<Near> | undefined {
  if (recipe.scope.session.exact) return undefined;
  const { scope } = recipe;
  const numbers = nearNumbers(recipe.lines.length + 1);
  const frame = referenceFrame(scope);
  try {
    const pricesOf = (lines: number[]) => {
      const read = followsValue(recipe.weighting) ? nearPricesRead : nearPrices;
      const prices = read(scope.session, lines, scope.reference);
      for (let i = 0; i < lines.length; i += 1) if (!(prices.hi[i]! > 0)) missing(scope, lines[i]!);
      return prices;
    };
    const valuesFor: ValuesFor<Near> = (node, entities) => nearValuesFor(frame, node, entities);
    return build(numbers, recipe, valuesFor, pricesOf, (value, rounding) => {
      const rounded = roundNear(value, 4 * numbers.error, rounding.decimals, rounding.mode);
      if (rounded === undefined) throw doubt;
      return rounded;
    });
  } catch (error) {
    if (error === doubt) return undefined;
    throw error;
  }
}

/** A basket in decimals. */
export function buildExact(recipe: Recipe): Built<Decimal> {
  const { scope } = recipe;
  const price = followsValue(recipe.weighting) ? priceRead : priceOn;
  return build(
    decimals,
    recipe,
    exactValuesFor(scope),
    (lines) =>
      decimalValues(
        lines.map((line) => positivePrice(price(scope.session, line, scope.reference)) ?? missing(scope, line)),
      ),
    (value, rounding) => roundToDecimals(value, rounding.decimals, rounding.mode),
  );
}

/** Whether index shares are a value of the line ÷ its price, which has to be the one that the value was read with. */
export function followsValue({ method, of }: Recipe['weighting']): boolean {
  return method === 'by' && of === 'line';
}

/** The values of an expression for entities of its domain (−1: none). */
type ValuesFor<S> = (node: PlanExpression, entities: Int32Array) => Values<S>;

function exactValuesFor(scope: Scope): ValuesFor<Decimal> {
  const frame = referenceFrame(scope);
  return (node, entities) =>
    decimalValues(Array.from(entities, (entity) => (entity < 0 ? undefined : exactNumber(frame, node, entity))));
}

function positivePrice(price: Decimal | undefined): Decimal | undefined {
  return price?.gt(0) ? price : undefined;
}

function missing(scope: Scope, line: number): never {
  throw noPrice(scope, line, scope.reference);
}

type Rounding = NonNullable<Recipe['weighting']['roundShares']>;

function build<S>(
  numbers: Numbers<S>,
  recipe: Recipe,
  valuesFor: ValuesFor<S>,
  pricesOf: (lines: number[]) => Values<S>,
  round: (value: S, rounding: Rounding) => S,
): Built<S> {
  const { weighting, scope, lines } = recipe;
  const { many } = numbers;
  const prices = pricesOf(lines);
  const raw = rawValues(numbers, recipe, valuesFor);
  const worth = weighting.method === 'hold' ? many.multiply(raw, prices) : raw;
  const before = many.share(worth, many.sum(worth));
  const { weights: after, traces, changed } = runBlocks(numbers, recipe, before);
  const capFactors = changed ? factors(numbers, before, after) : many.repeated(numbers.of(one), lines.length);
  const followsBase = weighting.method === 'hold' || followsValue(weighting);
  let shares: Values<S>;
  if (followsBase) {
    const base = weighting.method === 'hold' ? raw : many.divide(raw, prices);
    shares = changed ? many.multiply(base, capFactors) : base;
  } else {
    const { notional } = weighting;
    const values = notional === undefined ? undefined : valuesFor(notional, Int32Array.of(0));
    if (values === undefined || !(values.near(0) > 0)) throw noNotional(scope, weighting.name);
    shares = many.divide(many.scale(after, values.at(0)), prices);
  }
  const { roundShares } = weighting;
  const coarse: number[] = [];
  if (roundShares !== undefined) {
    const rounded = listed(shares).map((value, i) => {
      const found = round(value, roundShares);
      const [from, to] = [numbers.near(value), numbers.near(found)];
      if (Math.abs(to - from) > from / 100) coarse.push(recipe.lines[i]!);
      return found;
    });
    shares = many.of(rounded);
  }
  return { before, after, capFactors, shares, coarse, traces, error: numbers.error };
}

/** The raw values (`hold`: units) of lines in decimals. */
export function exactRaw(recipe: Recipe): Decimal[] {
  return listed(rawValues(decimals, recipe, exactValuesFor(recipe.scope)));
}

/** The raw value (`hold`: units) of each line: its own, or its part of its company's. */
function rawValues<S>(numbers: Numbers<S>, recipe: Recipe, valuesFor: ValuesFor<S>): Values<S> {
  const { weighting, lines, memberships, scope } = recipe;
  const { companyOf } = scope.session.market;
  const { many } = numbers;
  if (weighting.of === 'line') return weighted(numbers, memberships, ownValues(numbers, recipe, valuesFor, lines));
  const parts = splits(numbers, recipe, valuesFor);
  const companies = lines.map((line) => companyOf[line]!);
  // A company counts with the membership of its first line.
  const first = new Map<number, number>();
  companies.forEach((company, i) => {
    if (!first.has(company)) first.set(company, i);
  });
  const own = companies.map((company) => memberships[first.get(company)!]!);
  const whole = weighted(numbers, own, ownValues(numbers, recipe, valuesFor, companies));
  if (parts.every((part) => part === undefined)) return whole;
  return many.of(parts.map((part, i) => (part === undefined ? whole.at(i) : numbers.multiply(whole.at(i), part))));
}

/** Each value times its membership, which mostly is one. */
function weighted<S>(numbers: Numbers<S>, memberships: Decimal[], values: Values<S>): Values<S> {
  const full = memberships.map((membership) => membership === one || membership.eq(one));
  if (!full.includes(false)) return values;
  return numbers.many.of(
    full.map((is, i) => (is ? values.at(i) : numbers.multiply(values.at(i), numbers.of(memberships[i]!)))),
  );
}

/** What the weighting gives each member (line or company, as it says); a failure (RB7202) where that is nothing. */
function ownValues<S>(numbers: Numbers<S>, recipe: Recipe, valuesFor: ValuesFor<S>, members: number[]): Values<S> {
  const { weighting, scope } = recipe;
  if (weighting.method === 'equally') return numbers.many.repeated(numbers.of(one), members.length);
  const { of } = weighting;
  const node = weighting.value!;
  const values = valuesFor(node, placesIn(scope, node, members, of));
  for (let i = 0; i < members.length; i += 1) {
    const near = values.near(i);
    if (near > 1e-200 || isPositive(recipe, node, members[i]!, of, near)) continue;
    throw noWeight(scope, weighting.name, of, members[i]!, Number.isNaN(near) ? undefined : near);
  }
  return values;
}

/** The part of its company's weight that each line gets; undefined where the company has one line. */
function splits<S>(numbers: Numbers<S>, recipe: Recipe, valuesFor: ValuesFor<S>): (S | undefined)[] {
  const { lines, scope, weighting } = recipe;
  const { companyOf } = scope.session.market;
  const byCompany = new Map<number, number[]>();
  lines.forEach((line, i) => {
    const company = companyOf[line]!;
    byCompany.set(company, [...(byCompany.get(company) ?? []), i]);
  });
  const parts: (S | undefined)[] = lines.map(() => undefined);
  for (const members of byCompany.values()) {
    if (members.length === 1) continue;
    const { splitBy } = weighting;
    const own = members.map((i) => lines[i]!);
    if (splitBy === undefined) throw noWeight(scope, weighting.name, 'line', own[0]!, undefined);
    const values = valuesFor(splitBy, placesIn(scope, splitBy, own, 'line'));
    for (const [k, line] of own.entries()) {
      const near = values.near(k);
      if (isPositive(recipe, splitBy, line, 'line', near)) continue;
      throw noWeight(scope, weighting.name, 'line', line, Number.isNaN(near) ? undefined : near);
    }
    const total = numbers.many.sum(values);
    members.forEach((i, k) => {
      parts[i] = numbers.divide(values.at(k), total);
    });
  }
  return parts;
}

/** Where lines or companies stand in the domain of an expression, which may be coarser (−1: nowhere). */
function placesIn(scope: Scope, node: PlanExpression, members: number[], of: 'line' | 'company'): Int32Array {
  if (node.domain === of) return Int32Array.from(members);
  return Int32Array.from(members, (member) => mapEntity(scope, member, of, node.domain));
}

function isPositive(
  recipe: Recipe,
  node: PlanExpression,
  entity: number,
  of: 'line' | 'company',
  near: number,
): boolean {
  if (near > 1e-200) return true;
  if (Number.isNaN(near)) return false;
  const exact = exactOperand(referenceFrame(recipe.scope), node, entity, of);
  return exact instanceof Decimal && compareDecimals(exact, zero) > 0;
}

function factors<S>(numbers: Numbers<S>, before: Values<S>, after: Values<S>): Values<S> {
  const { many } = numbers;
  const ratios = many.divide(after, before);
  // The largest serves as a value only; among those too close to tell apart any will do.
  const places = placesOf(ratios.length);
  const largest = extremePlace(ratios, places, 1)!;
  numbers.rescaled();
  const single = new Map([[largest, numbers.of(one)]]);
  return many.together(places.length, single, places, many.share(ratios, ratios.at(largest)));
}
