import { isoDate } from '../../calendar/index.ts';
import type { CorporateAction } from '../../market/index.ts';
import type { LevelRow } from '../../run/run.ts';
import { type Decimal, Decimal as DecimalNumber, one, roundToDecimals, zero } from '../numbers/decimal.ts';
import type { Near } from '../numbers/numbers.ts';
import { roundedUnits, unitsText } from '../numbers/publish.ts';
import type { Session } from '../session/session.ts';
import { levelAt } from '../session/versions.ts';
import type { Holdings } from './basket.ts';
import { noneChanged } from './basket-value.ts';
import { closingSums } from './closing-sums.ts';
import type { Course, Entry } from './course.ts';
import type { IndexDays } from './index-days.ts';
import { exactWorld, nearWorld, type NumberWorld } from './number-world.ts';
import { actionsBetween, occasionOf, policyFor } from './policy.ts';
import { rateOfAction, term } from './terms.ts';

/** What is reinvested on a day, in one number system. */
type Paid<S> = { day: number; amount: S };

/** The levels of every index day from the first basket on, as published. */
export function levelRows(session: Session, course: Course, index: IndexDays): LevelRow[] {
  const { days } = index;
  const begins = course.entries.findIndex((entry) => entry.divisor !== undefined);
  if (begins < 0) return [];
  const at = placesOf(course, days);
  const sums = closingSums(session, course, index, at);
  const near = nearWorld(session.market.lines.ids.length);
  const entryOf = new Int32Array(days.length).fill(-1);
  for (const [i, place] of at.entries()) entryOf.fill(i, place);
  const returns = returnSeries(session, course, index, entryOf, begins, near);
  const error = course.error();
  const text = (d: number, factor: Near, series: Series | undefined): string => {
    const { decimals, mode } = levelAt(session, days[d]!).roundLevel;
    const divisor = course.entries[entryOf[d]!]!.divisor!;
    const quick = { hi: (sums.values[d]! / divisor.hi) * factor.hi, lo: 0 };
    let units = roundedUnits(quick, sums.error + 2 ** -50, decimals, mode);
    if (units === undefined) {
      // Double-doubles first; where they can't tell either, decimals.
      const { numbers } = near;
      const closing = near.valueOf(session, course.entries[entryOf[d]!]!.standing.basket, days[d]!, noneChanged);
      const value = numbers.multiply(numbers.divide(closing, divisor), factor);
      units = roundedUnits(value, 16 * error, decimals, mode);
    }
    if (units !== undefined) return unitsText(units, decimals);
    return roundToDecimals(exactLevel(d, series), decimals, mode).toFixed(decimals);
  };
  const exactLevel = (d: number, series: Series | undefined): Decimal => {
    const entry = course.exact(entryOf[d]!);
    const price = exactWorld.valueOf(session, entry.standing.basket, days[d]!, noneChanged).div(entry.divisor!);
    return series === undefined ? price : price.times(series.exactFactor(d));
  };
  const rows: LevelRow[] = [];
  const unity: Near = { hi: 1, lo: 0 };
  for (let d = at[begins]!; d < days.length; d += 1) {
    const row: LevelRow = { date: isoDate(days[d]!), price: text(d, unity, undefined) };
    for (const series of returns) row[series.kind] = text(d, series.factor(d), series);
    rows.push(row);
  }
  return rows;
}

/** The place among index days at which each entry of the course begins. */
function placesOf(course: Course, days: Int32Array): number[] {
  let place = 0;
  return course.entries.map((entry) => {
    while (days[place]! < entry.day) place += 1;
    return place;
  });
}

type Series = {
  kind: 'total' | 'net';
  /** The return over the price level, on an index day. */
  factor(d: number): Near;
  exactFactor(d: number): Decimal;
};

/**
 * Return over price level moves only on days with dividends: × (1 + dividends × part ÷ value of the basket); net return
 * also × (1 − tax × the part of its worth that the basket was paid by dividends it was adjusted for).
 */
function returnSeries(
  session: Session,
  course: Course,
  index: IndexDays,
  entryOf: Int32Array,
  begins: number,
  near: NumberWorld<Near>,
): Series[] {
  const variants = levelAt(session, index.days[0]!).variants.flatMap((v) => (v.kind === 'price' ? [] : [v.kind]));
  if (variants.length === 0) return [];
  const paying: number[] = [];
  /** The entry that begins on a day, if it was adjusted for dividends. */
  const adjustedOn = (d: number): number | undefined => {
    const at = entryOf[d]!;
    const entry = course.entries[at];
    return entry?.day === index.days[d] && entry?.adjusted !== undefined ? at : undefined;
  };
  const { since } = course.entries[begins]!.start!;
  index.days.forEach((day, d) => {
    // Who buys at the close of a day is not paid what went ex that morning.
    if (day <= since) return;
    const before = d === 0 ? index.before : index.days[d - 1]!;
    const held = course.entries[entryOf[d]!]?.standing.basket;
    if (held === undefined || held.size === 0) return;
    if (adjustedOn(d) !== undefined || dividendsOn(session, before, day, held).length > 0) paying.push(d);
  });
  const steps = <S>(world: NumberWorld<S>, entryAt: (i: number) => Entry<S>, upTo: number, kind: 'total' | 'net') => {
    const { numbers } = world;
    return paying
      .filter((d) => d <= upTo)
      .map((d): Paid<S> => {
        const day = index.days[d]!;
        const before = d === 0 ? index.before : index.days[d - 1]!;
        const { basket } = entryAt(entryOf[d]!).standing;
        const part = one.minus(taxOf(session, kind, day));
        const amounts = dividendsOn(session, before, day, basket).map(({ line, amount }) =>
          numbers.multiply(basket.get(line)!.shares, numbers.of(amount.times(part))),
        );
        const value = () => world.valueOf(session, basket, day, noneChanged);
        const unity = numbers.of(one);
        const more = amounts.length === 0 ? unity : numbers.add(unity, numbers.divide(numbers.sum(amounts), value()));
        const at = kind === 'net' ? adjustedOn(d) : undefined;
        if (at === undefined) return { day: d, amount: more };
        const lost = numbers.multiply(entryAt(at).adjusted!, numbers.of(taxOf(session, kind, day)));
        return { day: d, amount: numbers.multiply(more, numbers.subtract(unity, lost)) };
      });
  };
  return variants.map((kind): Series => {
    const start = course.entries[begins]!.start!;
    const first = near.numbers.divide(kind === 'total' ? start.total : start.net, start.price);
    const nearSteps = steps(near, (i) => course.entries[i]!, index.days.length, kind);
    const factors: Near[] = [];
    let factor = first;
    for (const { day, amount } of nearSteps) {
      while (factors.length < day) factors.push(factor);
      factor = near.numbers.multiply(factor, amount);
    }
    while (factors.length < index.days.length) factors.push(factor);
    return {
      kind,
      factor: (d) => factors[d]!,
      exactFactor: (d) => {
        const exactStart = course.exact(begins).start!;
        const begin = (kind === 'total' ? exactStart.total : exactStart.net).div(exactStart.price);
        return steps(exactWorld, course.exact, d, kind).reduce((product, { amount }) => product.times(amount), begin);
      },
    };
  });
}

/** The tax that a series pays on dividends of a day. */
function taxOf(session: Session, kind: 'total' | 'net', day: number): Decimal {
  const net = levelAt(session, day).variants.find((variant) => variant.kind === 'net');
  return kind === 'net' && net !== undefined ? new DecimalNumber(net.tax) : zero;
}

/**
 * Dividends of held lines with an ex-date after a day and up to another whose policy is to reinvest, in index currency
 * a share.
 */
function dividendsOn(
  session: Session,
  before: number,
  day: number,
  basket: Holdings<unknown>,
): { line: number; amount: Decimal }[] {
  const actions = actionsBetween(session.market, before, day);
  return actions.flatMap((action) => {
    if (action.kind !== 'cash_dividend' && action.kind !== 'special_dividend') return [];
    const policy = basket.has(action.line) ? policyFor(session, occasionOf(action.kind)!, day) : undefined;
    if (policy?.effects.some((effect) => effect.effect === 'reinvest') !== true) return [];
    const amount = term({ session }, action, 'amount');
    const paid = amount.times(rateOfAction({ session }, action, day));
    const later = actions.filter((a) => a.line === action.line && a.exDate > action.exDate);
    return [{ line: action.line, amount: later.length === 0 ? paid : paid.div(splitBy(session, later)) }];
  });
}

/** How many shares are now what an earlier dividend of the same morning was paid on, by splits. */
function splitBy(session: Session, actions: CorporateAction[]): Decimal {
  return actions.reduce((by, action) => {
    if (action.kind !== 'split' && action.kind !== 'stock_dividend') return by;
    const ratio = term({ session }, action, 'ratio');
    return by.times(action.kind === 'split' ? ratio : ratio.plus(one));
  }, one);
}
