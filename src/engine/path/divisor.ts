import { epochDay, isoDate } from '../../calendar/index.ts';
import { lastAtOrBefore, type LevelVariant } from '../../market/index.ts';
import { Decimal, decimalOf } from '../numbers/decimal.ts';
import type { Numbers } from '../numbers/numbers.ts';
import { problem } from '../session/problem.ts';
import type { Session } from '../session/session.ts';
import { levelAt } from '../session/versions.ts';
import { type Morning, worth } from './morning.ts';
import { noneChanged } from './basket-value.ts';
import type { NumberWorld } from './number-world.ts';

/** The first divisor, the levels that the series start from, and the day at whose close they do. */
export type Start<S> = { divisor: S; price: S; total: S; net: S; since: number };

/** The divisor that keeps the level: D × value after ÷ value before. Where the value did not change neither does the divisor. */
export function continued<S>(
  { numbers, round }: NumberWorld<S>,
  session: Session,
  divisor: S,
  before: S,
  after: S,
  day: number,
): S {
  if (!numbers.differ(before, after)) return divisor;
  if (!(numbers.near(before) > 0) || !(numbers.near(after) > 0)) {
    throw problem('noValue', `the basket is worth nothing before the open of ${isoDate(day)}`);
  }
  const { roundDivisor } = levelAt(session, day);
  const next = numbers.divide(numbers.multiply(divisor, after), before);
  return roundDivisor === undefined ? next : aboveZero(numbers, round(next, roundDivisor), day);
}

/**
 * The divisor of the first basket. On the base date itself the closing level is the base value; later the level goes on from the
 * one published for the day before, or (saying so) from the base value. Where the market data begin on the day itself it takes
 * the place of the day before. A divisor set by decision goes before all.
 */
export function firstDivisor<S>(
  world: NumberWorld<S>,
  session: Session,
  morning: Morning<S>,
  decided: S | undefined,
): { computed: S; start: Start<S> } {
  const { numbers } = world;
  const { day } = morning;
  const { level } = session.plan;
  const isBase = day === epochDay(level.base.date);
  const begins = isBase || startsWithData(session, morning.before);
  const from = begins ? day : morning.before;
  const value = begins ? world.valueOf(session, morning.basket, day, noneChanged) : worth(morning);
  if (!(numbers.near(value) > 0)) throw problem('noValue', `the first basket is worth nothing on ${isoDate(from)}`);
  const published = (variant: LevelVariant, otherwise: S) => {
    const found = publishedLevel(session, variant, from);
    return found === undefined ? otherwise : numbers.of(found);
  };
  const base = numbers.of(new Decimal(level.base.value));
  const goesOn = isBase ? base : published('price_return', base);
  const { roundDivisor } = levelAt(session, day);
  const divided = (divisor: S) =>
    roundDivisor === undefined ? divisor : aboveZero(numbers, world.round(divisor, roundDivisor), day);
  const computed =
    level.divisor === undefined ? divided(numbers.divide(value, goesOn)) : numbers.of(new Decimal(level.divisor));
  const divisor = decided ?? computed;
  const price =
    begins || decided !== undefined || level.divisor !== undefined ? numbers.divide(value, divisor) : goesOn;
  const total = isBase ? price : published('total_return', price);
  const net = isBase ? price : published('net_return', price);
  return { computed, start: { divisor, price, total, net, since: from } };
}

function aboveZero<S>(numbers: Numbers<S>, divisor: S, day: number): S {
  if (numbers.near(divisor) > 0) return divisor;
  throw problem('noValue', `the divisor is rounded to zero on ${isoDate(day)}`);
}

/** Whether the market data begin after a day, so that there are no closes of it. */
function startsWithData({ market }: Session, before: number): boolean {
  return before < (market.days[0] ?? Number.POSITIVE_INFINITY);
}

/** Whether a run that starts on a day has neither its base date nor a published level to start from. */
export function startsBlind(session: Session, day: number, decided: boolean): boolean {
  const { level } = session.plan;
  const before = session.calendar.shift(day, -1);
  const from = startsWithData(session, before) ? day : before;
  if (decided || level.divisor !== undefined || publishedLevel(session, 'price_return', from) !== undefined)
    return false;
  // A base date before the calendar begins is long past.
  const after = Math.max(epochDay(level.base.date) + 1, session.calendar.first);
  return session.calendar.sessionsBetween(after, before).length > 0;
}

function publishedLevel({ market, plan }: Session, variant: LevelVariant, day: number): Decimal | undefined {
  const levels = market.levels.find((l) => l.index === plan.index.id && l.variant === variant);
  if (levels === undefined) return undefined;
  const at = lastAtOrBefore(levels.days, 0, levels.days.length, day);
  return at >= 0 && levels.days[at] === day ? decimalOf(levels.values[at]!) : undefined;
}
