import { isoDate } from '../../calendar/index.ts';
import type { SplitDerivation } from '../dataset.ts';
import type { Column, CorporateAction, TableCount } from '../market.ts';
import type { Prices } from '../read-prices.ts';
import { shareCounts, shareLevels } from './share-levels.ts';

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
  const least = Math.min(...ratios.map((r) => Math.abs(r.log))) - slack;
  const [up, down] = [Math.exp(least), Math.exp(-least)];
  const splits: LineSplit[] = [];
  const doubtful: string[] = [];
  let looked = 0;
  for (let start = 0; start < price.length; start += width) {
    let before = -1;
    for (let at = start; at < start + width; at += 1) {
      const close = price[at]!;
      if (!(close > 0)) continue;
      const jump = before < 0 ? 1 : price[before]! / close;
      if (jump > up || jump < down) {
        const log = Math.log(jump);
        const near = ratios.filter((r) => Math.abs(log - r.log) < slack);
        if (near.length > 0) {
          looked += 1;
          const found = confirmed(near, start, before, at);
          const line = start / width;
          if (found !== undefined) splits.push({ line, at, day: days[at - start]!, ...found });
          else if (doubtful.length < EXAMPLES && Math.abs(log) > Math.log(PLAIN))
            doubtful.push(`${lines.ids[line]} on ${isoDate(days[at - start]!)}: ${price[before]} to ${close}`);
        }
      }
      before = at;
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

  function confirmed(near: { name: string; ratio: number; log: number }[], start: number, before: number, at: number) {
    const old = shareCounts(price, value, before, start - 1, -1, spec.within);
    const now = shareCounts(price, value, at, start + width, 1, spec.within);
    const slackShares = Math.log(1 + spec.sharesTolerance);
    const [lowest, highest] = [now[0]! / old.at(-1)!, now.at(-1)! / old[0]!].map(Math.log);
    if (!near.some((r) => r.log > lowest! - slackShares && r.log < highest! + slackShares)) return undefined;
    const oldLevels = shareLevels(old);
    const nowLevels = now.length < FEW ? [value[at]! / price[at]!] : shareLevels(now);
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
