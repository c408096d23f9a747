import { epochDay } from '../../calendar/index.ts';
import { limitWords, percentText } from '../../explain/index.ts';
import type { Market } from '../../market/index.ts';
import type { Review } from '../../run/run.ts';
import type { Io } from '../io.ts';
import { styleOf } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';
import { entityNames } from './entity-names.ts';

/** A review for people: dates, who comes and goes, every weight, and what each limit did. */
export function reviewText(name: string, review: Review, market: Market, io: Io): string {
  const { bold } = styleOf(io.out);
  const names = entityNames(market, epochDay(review.dates.effective!));
  const dates = Object.entries(review.dates).map(([date, day]) => `${date} ${day}`);
  const list = (ids: string[]) => (ids.length === 0 ? '  none' : `  ${ids.map(names).join(', ')}`);
  const lines = review.basket.some((row) => row.line !== row.symbol);
  const partial = review.basket.some((row) => Number(row.membership) !== 1);
  const rows = [...review.basket]
    .sort((a, b) => Number(b.weight) - Number(a.weight) || (a.line < b.line ? -1 : 1))
    .map((row, i) => [
      String(i + 1),
      row.symbol,
      ...(lines ? [row.line] : []),
      row.company,
      percentText(row.weight, 4),
      row.capFactor.replace(/(\.\d{6})\d+$/, '$1'),
      row.indexShares,
      ...(partial ? [row.membership] : []),
    ]);
  const columns = [
    { head: '#', right: true },
    { head: 'symbol' },
    ...(lines ? [{ head: 'line', most: 16 }] : []),
    { head: 'company', most: 30 },
    { head: 'weight', right: true },
    { head: 'cap factor', right: true },
    { head: 'index shares', right: true },
    ...(partial ? [{ head: 'membership', right: true }] : []),
  ];
  return `${[
    `${bold(`${name}, ${review.event}`)}\n  ${dates.join(', ')}\n  incumbents: ${review.incumbents}`,
    `${bold(`Additions (${review.additions.length})`)}\n${list(review.additions)}`,
    `${bold(`Deletions (${review.deletions.length})`)}\n${list(review.deletions)}`,
    ...(review.reserve.length > 0 ? [`${bold('Reserve')}\n${list(review.reserve)}`] : []),
    ...(review.limits.length > 0
      ? [
          `${bold('Limits')}\n${limitWords(review.limits, names)
            .map((w) => `  ${w}`)
            .join('\n')}`,
        ]
      : []),
    `${bold(`Basket (${review.basket.length} lines)`)}\n${table(columns, rows)}`,
  ].join('\n\n')}\n`;
}
