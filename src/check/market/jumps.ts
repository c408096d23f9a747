import { isoDate } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { scopeOf } from '../names/scope.ts';
import { finding } from '../support/finding.ts';
import { lifeOf } from '../support/life.ts';
import { mattering } from './members.ts';
import { placeOfField } from './place-of-field.ts';
import { neededRates } from './rates.ts';
import { someTold } from './some-of.ts';
import { symbolOf } from './symbol-of.ts';

/** By what factor a close has moved that is looked at, and by what part a rate. */
const FACTOR = 3;
const RATE_MOVE = 0.3;
/** Days of prices that may lie between two closes that are compared. */
const APART = 5;
const NEAR = 0.03;
/** No move by less than this factor is far. */
const LEAST = 2 * (1 - NEAR);
const WEEK = 7;

type Jump = { line: number; day: number; from: number; to: number };

/** RB5116: closes that move by a factor of two, as in a split, or of three and more from one day to the next without an action of the line. */
export function checkJumps(context: CheckContext, market: Market): Diagnostic[] {
  const jumps = jumpsIn(context, market);
  if (jumps.length === 0) return [];
  const splits = jumps.map((jump) => splitOf(jump));
  const like = splits.filter((s) => s !== undefined).length;
  // First those that look like a split, then those of high prices: these are mistakes most often.
  const rank = (i: number) => (splits[i] === undefined ? 0 : 1e9) + Math.min(jumps[i]!.from, jumps[i]!.to);
  const order = [...jumps.keys()].sort((a, b) => rank(b) - rank(a));
  const told = order.map((i) => {
    const { line, day, from, to } = jumps[i]!;
    const split = splits[i] === undefined ? '' : `, as in a split ${splits[i]}`;
    return `\`${symbolOf(market, line, day)}\` on ${isoDate(day)} from ${from} to ${to}${split}`;
  });
  const what = jumps.length === 1 ? 'a close differs' : `${jumps.length.toLocaleString('en')} closes differ`;
  const some =
    like === 0
      ? ''
      : like === jumps.length
        ? ', near the ratio of a split'
        : `, ${like} of them near the ratio of a split`;
  return [
    finding(
      'warning',
      'RB5116',
      `${what} from the one before by a factor of 2 or of ${FACTOR} and more, and no action of the line says why${some}: ${someTold(told)}`,
      [placeOfField(context, 'close')],
      'a split that the actions lack is a gain or a loss of the index that never was, and so is a wrong price',
      like === 0
        ? 'compare these closes with another source, and mend those that are wrong'
        : 'add the splits to the table of actions, have them found with `derive: splits` in `dataset.yaml`, or mend the prices',
    ),
  ];
}

/** RB5117: rates that move by more than 30 percent from one day to the next. */
export function checkRateJumps(context: CheckContext, market: Market): Diagnostic[] {
  const { currencyAt } = scopeOf(context.rulebook);
  const told = neededRates(context, market).flatMap(({ base, quote, days, values }) =>
    [...days.keys()].slice(1).flatMap((i) => {
      const [from, to] = [values[i - 1]!, values[i]!];
      const apart = days[i]! - days[i - 1]!;
      const moves = apart > 0 && apart <= WEEK && Math.max(to / from, from / to) > 1 + RATE_MOVE;
      return moves ? [`${base}/${quote} on ${isoDate(days[i]!)} from ${from} to ${to}`] : [];
    }),
  );
  if (told.length === 0) return [];
  return [
    finding(
      'warning',
      'RB5117',
      `${told.length === 1 ? 'a rate moves' : `${told.length.toLocaleString('en')} rates move`} by more than 30% from one day to the next: ${someTold(told)}`,
      [context.span(currencyAt ?? '/sections/0')],
      'currencies hardly ever move so far in a day: all that is converted with a wrong rate is wrong',
      'mend the rate; where it stands the wrong way round for some days, exchange base and quote there',
    ),
  ];
}

/** By more than the factor, or close to it or to a half or the double, as splits go. */
function isFar(from: number, to: number): boolean {
  const factor = to > from ? to / from : from / to;
  return factor > FACTOR * (1 - NEAR) || Math.abs(factor / 2 - 1) <= NEAR;
}

function jumpsIn(context: CheckContext, market: Market): Jump[] {
  const close = market.fields.get('close');
  if (close?.kind !== 'series') return [];
  const life = lifeOf(context.rulebook);
  const matters = mattering(context, market);
  const acted = Map.groupBy(market.actions, (action) => action.line);
  const { days } = market;
  const width = days.length;
  const jumps: Jump[] = [];
  const { values } = close;
  for (let line = 0; line < market.lines.ids.length; line += 1) {
    if (matters.lines?.has(line) === false) continue;
    const start = line * width;
    let from = Number.NaN;
    let before = -1;
    for (let at = 0; at < width; at += 1) {
      const to = values[start + at]!;
      if (Number.isNaN(to)) continue;
      const last = from;
      const since = before;
      from = to;
      before = at;
      // Most closes are near the one before, and are passed over at once.
      if (!(to > last * LEAST || to * LEAST < last) || at - since > APART || !isFar(last, to)) continue;
      const day = days[at]!;
      if (day < life.from || day > life.until || !matters.on(line, day)) continue;
      // What an action does may show a day before it or after.
      const low = days[Math.max(0, since - 1)]!;
      const high = days[Math.min(width - 1, at + 1)]!;
      if (acted.get(line)?.some(({ exDate }) => exDate >= low && exDate <= high) === true) continue;
      jumps.push({ line, day, from: last, to });
    }
  }
  return jumps;
}

/** The split that a move of the close looks like, in words such as `3:1`: new shares to old. */
function splitOf({ from, to }: Jump): string | undefined {
  const factor = to > from ? to / from : from / to;
  const whole = Math.round(factor);
  const usual = whole <= 10 || (whole <= 100 && whole % 5 === 0);
  if (!usual || Math.abs(factor / whole - 1) > NEAR) return undefined;
  return to > from ? `1:${whole}` : `${whole}:1`;
}
