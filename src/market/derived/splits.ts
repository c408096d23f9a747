import { isoDate } from '../../calendar/index.ts';
import type { SplitDerivation } from '../dataset.ts';
import type { Column, CorporateAction, TableCount } from '../market.ts';
import type { Prices } from '../read-prices.ts';
import { roomForCounts, type ShareCounts, shareCounts, shareLevels } from './share-levels.ts';

/** A split of a line, at the position of its ex-date in dense columns. */
export type LineSplit = { line: number; at: number; day: number; ratio: number; name: string };

export type DerivedSplits = { splits: LineSplit[]; count: TableCount };

/** With fewer observations after a jump than this, the day itself has to say whether the number of shares moved. */
const FEW = 10;
/** A jump by less than this may be a loss in a week in which shares were issued: no number of shares may then last through it. */
const PLAIN = 3;

/**
 * Finds splits: a jump of the price near one of the ratios, where the number of shares (value ÷ price) settled, before and after, at levels
 * of that ratio. Files bring the new number some days early or late, and are wrong in passing, so that the day alone does not tell.
 */
export function deriveSplits(prices: Prices, spec: SplitDerivation): DerivedSplits {
  const price = seriesOf(prices, spec.price);
  const value = seriesOf(prices, spec.value);
  const { days, lines } = prices;
  const width = days.length;
  const slack = Math.log(1 + spec.priceTolerance);
  const ratios = spec.ratios.map((r) => ({ ...r, log: Math.log(r.ratio) }));
  const smallest = Math.min(...ratios.map((r) => Math.abs(r.log))) - slack;
  const [up, down] = [Math.exp(smallest), Math.exp(-smallest)];
  const splits: LineSplit[] = [];
  const doubtful: string[] = [];
  const room = roomForCounts(width);
  let looked = 0;
  for (let start = 0; start < price.length; start += width) {
    const end = start + width;
    let shares: ShareCounts | undefined;
    for (let at = nextJump(price, start, end, up, down); at < end; at = nextJump(price, at, end, up, down)) {
      const before = lastBefore(price, at);
      const log = Math.log(price[before]! / price[at]!);
      const near = ratios.filter((r) => Math.abs(log - r.log) < slack);
      if (near.length === 0) continue;
      looked += 1;
      shares ??= shareCounts(price, value, start, room);
      const found = confirmed(near, shares, at - start, value[at]! / price[at]!);
      const line = start / width;
      if (found !== undefined) splits.push({ line, at, day: days[at - start]!, ...found });
      else if (doubtful.length < EXAMPLES && Math.abs(log) > Math.log(PLAIN))
        doubtful.push(`${lines.ids[line]} on ${isoDate(days[at - start]!)}: ${price[before]} to ${price[at]}`);
    }
  }
  const what = `a jump of \`${spec.price}\` near a ratio of splits with which the number of shares did not go: not a split`;
  const count: TableCount = {
    table: 'splits (derived)',
    read: looked,
    used: splits.length,
    leftOut: looked === splits.length ? [] : [{ reason: what, rows: looked - splits.length, examples: doubtful }],
    derived: [
      {
        what: `a split found from \`${spec.price}\` and the number of shares in \`${spec.value}\``,
        rows: splits.length,
        list: splits.map((s) => `${lines.ids[s.line]} ${s.name} on ${isoDate(s.day)}`),
      },
    ],
    missing: [],
  };
  return { splits, count };

  /** The ratio near a jump on the `i`-th day of a line that the number of shares went with. */
  function confirmed(
    near: { name: string; ratio: number; log: number }[],
    { counts, before }: ShareCounts,
    i: number,
    onTheDay: number,
  ): { name: string; ratio: number } | undefined {
    const old = counts.subarray(Math.max(0, before[i]! - spec.within), before[i]);
    const now = counts.subarray(before[i], before[i]! + spec.within);
    if (old.length === 0 || now.length === 0) return undefined;
    const slackShares = Math.log(1 + spec.sharesTolerance);
    const lowest = Math.log(least(now) / most(old));
    const highest = Math.log(most(now) / least(old));
    if (!near.some((r) => r.log > lowest - slackShares && r.log < highest + slackShares)) return undefined;
    const oldLevels = shareLevels(old);
    const nowLevels = now.length < FEW ? [onTheDay] : shareLevels(now);
    let best: { error: number; name: string; ratio: number } | undefined;
    for (const ratio of near) {
      const small = ratio.ratio < PLAIN && ratio.ratio > 1 / PLAIN;
      if (small && oldLevels.some((o) => nowLevels.some((n) => Math.abs(Math.log(n / o)) < slackShares))) continue;
      for (const o of oldLevels) {
        for (const n of nowLevels) {
          const error = Math.abs(Math.log(n / o / ratio.ratio));
          if (error < slackShares && (best === undefined || error < best.error))
            best = { error, name: ratio.name, ratio: ratio.ratio };
        }
      }
    }
    return best === undefined ? undefined : { name: best.name, ratio: best.ratio };
  }
}

const EXAMPLES = 20;

/** Splits as corporate actions, but for those of lines and days for which a table has one. */
export function splitActions(splits: LineSplit[], actions: CorporateAction[]): CorporateAction[] {
  const told = new Set(
    actions.filter((a) => a.kind === 'split' || a.kind === 'stock_dividend').map((a) => `${a.line} ${a.exDate}`),
  );
  return splits
    .filter((s) => !told.has(`${s.line} ${s.day}`))
    .map(({ line, day, ratio }) => ({ line, exDate: day, known: day, kind: 'split', ratio, row: 0 }));
}

function seriesOf(prices: Prices, name: string): Float64Array {
  const column = prices.columns.find(
    (c): c is Column & { kind: 'series' } => c.info.name === name && c.kind === 'series',
  );
  return column?.values ?? new Float64Array(0);
}

/** The first position after `from` whose price is less than the last one before it divided by `up`, or more than that divided by `down`. */
function nextJump(price: Float64Array, from: number, until: number, up: number, down: number): number {
  let before = Number.NaN;
  for (let at = from; at < until; at += 1) {
    const close = price[at]!;
    if (!(close > 0)) continue;
    const jump = before / close;
    if (jump > up || jump < down) return at;
    before = close;
  }
  return until;
}

/** The last position before `at` that has a price. */
function lastBefore(price: Float64Array, at: number): number {
  let before = at - 1;
  while (!(price[before]! > 0)) before -= 1;
  return before;
}

function least(values: Float64Array): number {
  let found = Number.POSITIVE_INFINITY;
  for (const value of values) if (value < found) found = value;
  return found;
}

function most(values: Float64Array): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > found) found = value;
  return found;
}
