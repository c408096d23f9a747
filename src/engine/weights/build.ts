import type { PlanExpression } from '../../plan/expression.ts';
import { exactNumber, exactOperand } from '../exact/exact-value.ts';
import { mapEntity } from '../columns/domains.ts';
import { runBlocks } from '../limits/blocks.ts';
import { compareDecimals, Decimal, one, roundToDecimals, zero } from '../numbers/decimal.ts';
import { decimals, doubt, nearNumbers, type Near, type Numbers } from '../numbers/numbers.ts';
import { roundNear } from '../numbers/publish.ts';
import { nearPrice, priceOn } from '../path/prices.ts';
import { referenceFrame, type Scope } from '../session/scope.ts';
import { type NearReader, nearReader } from './near-value.ts';
import type { Built, Recipe } from './recipe.ts';
import { noNotional, noPrice, noWeight } from './weight-failures.ts';

/** A basket in double-doubles; undefined where something is too close to call, and decimals are needed. */
export function buildNear(recipe: Recipe): Built<Near> | undefined {
  if (recipe.scope.session.exact) return undefined;
  const { scope } = recipe;
  const numbers = nearNumbers(recipe.lines.length + 1);
  const frame = referenceFrame(scope);
  try {
    const readers = new Map<PlanExpression, NearReader>();
    const valueFor = (node: PlanExpression, entity: number) => {
      let read = readers.get(node);
      if (read === undefined) {
        read = nearReader(frame, node);
        readers.set(node, read);
      }
      return read(entity);
    };
    const priceOf = (line: number) => {
      const price = nearPrice(scope.session, line, scope.reference);
      return price !== undefined && price.hi > 0 ? price : missing(scope, line);
    };
    return build(numbers, recipe, valueFor, priceOf, (value, rounding) => {
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
  const frame = referenceFrame(scope);
  return build(
    decimals,
    recipe,
    (node, entity) => exactNumber(frame, node, entity),
    (line) => positivePrice(priceOn(scope.session, line, scope.reference)) ?? missing(scope, line),
    (value, rounding) => roundToDecimals(value, rounding.decimals, rounding.mode),
  );
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
  valueFor: (node: PlanExpression, entity: number) => S | undefined,
  priceOf: (line: number) => S,
  round: (value: S, rounding: Rounding) => S,
): Built<S> {
  const { weighting, scope } = recipe;
  const prices = recipe.lines.map(priceOf);
  const raw = rawValues(numbers, recipe, valueFor);
  const worth = weighting.method === 'hold' ? raw.map((units, i) => numbers.multiply(units, prices[i]!)) : raw;
  const total = numbers.sum(worth);
  const before = worth.map((value) => numbers.divide(value, total));
  const { weights: after, traces, changed } = runBlocks(numbers, recipe, before);
  const capFactors = changed ? factors(numbers, before, after) : new Array<S>(before.length).fill(numbers.of(one));
  const followsBase = weighting.method === 'hold' || (weighting.method === 'by' && weighting.of === 'line');
  let shares: S[];
  if (followsBase) {
    shares = raw.map((value, i) => {
      const base = weighting.method === 'hold' ? value : numbers.divide(value, prices[i]!);
      return changed ? numbers.multiply(base, capFactors[i]!) : base;
    });
  } else {
    const notional = weighting.notional === undefined ? undefined : valueFor(weighting.notional, 0);
    if (notional === undefined || !(numbers.near(notional) > 0)) throw noNotional(scope, weighting.name);
    shares = after.map((weight, i) => numbers.divide(numbers.multiply(weight, notional), prices[i]!));
  }
  const { roundShares } = weighting;
  const coarse: number[] = [];
  if (roundShares !== undefined) {
    shares = shares.map((value, i) => {
      const rounded = round(value, roundShares);
      const [from, to] = [numbers.near(value), numbers.near(rounded)];
      if (Math.abs(to - from) > from / 100) coarse.push(recipe.lines[i]!);
      return rounded;
    });
  }
  return { before, after, capFactors, shares, coarse, traces, error: numbers.error };
}

/** The raw values (`hold`: units) of lines in decimals. */
export function exactRaw(recipe: Recipe): Decimal[] {
  const frame = referenceFrame(recipe.scope);
  return rawValues(decimals, recipe, (node, entity) => exactNumber(frame, node, entity));
}

/** The raw value (`hold`: units) of each line: its own, or its part of its company's. */
function rawValues<S>(
  numbers: Numbers<S>,
  recipe: Recipe,
  valueFor: (node: PlanExpression, entity: number) => S | undefined,
): S[] {
  const { weighting, lines, memberships, scope } = recipe;
  const { market } = scope.session;
  const full = (i: number) => memberships[i] === one || memberships[i]!.eq(one);
  const times = (value: S, i: number) => (full(i) ? value : numbers.multiply(value, numbers.of(memberships[i]!)));
  const of = weighting.of === 'line' ? (line: number) => line : (line: number) => market.companyOf[line]!;
  const valueFrom = handedDown(scope, valueFor);
  const unity = numbers.of(one);
  const value = (line: number): S => {
    if (weighting.method === 'equally') return unity;
    const node = weighting.value!;
    const found = valueFrom(node, of(line), weighting.of);
    if (found === undefined || !isPositive(recipe, node, of(line), weighting.of, numbers.near(found))) {
      throw noWeight(
        scope,
        weighting.name,
        weighting.of,
        of(line),
        found === undefined ? undefined : numbers.near(found),
      );
    }
    return found;
  };
  if (weighting.of === 'line') return lines.map((line, i) => times(value(line), i));
  const parts = splits(numbers, recipe, valueFor);
  // A company counts with the membership of its first line.
  const first = new Map<number, number>();
  lines.forEach((line, i) => {
    if (!first.has(of(line))) first.set(of(line), i);
  });
  return lines.map((line, i) => {
    const whole = times(value(line), first.get(of(line))!);
    return parts[i] === undefined ? whole : numbers.multiply(whole, parts[i]);
  });
}

/** The part of its company's weight that each line gets; undefined where the company has one line. */
function splits<S>(
  numbers: Numbers<S>,
  recipe: Recipe,
  valueFor: (node: PlanExpression, entity: number) => S | undefined,
): (S | undefined)[] {
  const { lines, scope, weighting } = recipe;
  const { companyOf } = scope.session.market;
  const valueFrom = handedDown(scope, valueFor);
  const byCompany = new Map<number, number[]>();
  lines.forEach((line, i) => {
    const company = companyOf[line]!;
    byCompany.set(company, [...(byCompany.get(company) ?? []), i]);
  });
  const parts: (S | undefined)[] = lines.map(() => undefined);
  for (const members of byCompany.values()) {
    if (members.length === 1) continue;
    const { splitBy } = weighting;
    const values = members.map((i) => {
      const value = splitBy === undefined ? undefined : valueFrom(splitBy, lines[i]!, 'line');
      const near = value === undefined ? Number.NaN : numbers.near(value);
      if (value === undefined || splitBy === undefined || !isPositive(recipe, splitBy, lines[i]!, 'line', near))
        throw noWeight(scope, weighting.name, 'line', lines[i]!, value === undefined ? undefined : near);
      return value;
    });
    const total = numbers.sum(values);
    members.forEach((i, k) => {
      parts[i] = numbers.divide(values[k]!, total);
    });
  }
  return parts;
}

/** Values for lines or companies of an expression that may be of something coarser. */
function handedDown<S>(
  scope: Scope,
  valueFor: (node: PlanExpression, entity: number) => S | undefined,
): (node: PlanExpression, entity: number, of: 'line' | 'company') => S | undefined {
  return (node, entity, of) => {
    const at = mapEntity(scope, entity, of, node.domain);
    return at < 0 ? undefined : valueFor(node, at);
  };
}

function isPositive(
  recipe: Recipe,
  node: PlanExpression,
  entity: number,
  of: 'line' | 'company',
  near: number,
): boolean {
  if (near > 1e-200) return true;
  const exact = exactOperand(referenceFrame(recipe.scope), node, entity, of);
  return exact instanceof Decimal && compareDecimals(exact, zero) > 0;
}

function factors<S>(numbers: Numbers<S>, before: S[], after: S[]): S[] {
  const ratios = after.map((weight, i) => numbers.divide(weight, before[i]!));
  // The largest serves as a value only; among those too close to tell apart any will do.
  const largest = ratios.reduce((a, b) => (numbers.near(b) > numbers.near(a) ? b : a));
  numbers.rescaled();
  return ratios.map((ratio) => (ratio === largest ? numbers.of(one) : numbers.divide(ratio, largest)));
}
