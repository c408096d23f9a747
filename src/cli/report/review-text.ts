import { limitWords, percentText } from '../../explain/index.ts';
import type { Market } from '../../market/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Review } from '../../run/run.ts';
import type { Io } from '../io.ts';
import { styleOf } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';
import { reviewNames, shownNames } from './entity-names.ts';
import { groupColumns } from './group-columns.ts';
import { groupedNumber } from '../../explain/grouped-number.ts';

/** A review for people: dates, who comes and goes, every weight, and what each limit did. */
export function reviewText(plan: Plan, review: Review, market: Market, io: Io): string {
  const { bold } = styleOf(io.out);
  const { symbol, name: nameOf } = shownNames(reviewNames(review, market));
  const dates = Object.entries(review.dates).map(([date, day]) => `${date} ${day}`);
  const list = (ids: string[]) => {
    const wide = Math.max(...ids.map((id) => symbol(id).length));
    return ids.length === 0
      ? '  none'
      : ids.map((id) => `  ${symbol(id).padEnd(wide)}  ${nameOf(id)}`.trimEnd()).join('\n');
  };
  const lines = review.basket.some((row) => row.line !== row.symbol);
  const named = review.basket.some((row) => nameOf(row.line) !== '');
  const groups = groupColumns(plan, review, market);
  const partial = review.basket.some((row) => Number(row.membership) !== 1);
  const rows = [...review.basket]
    .sort((a, b) => Number(b.weight) - Number(a.weight) || (a.line < b.line ? -1 : 1))
    .map((row, i) => [
      String(i + 1),
      row.symbol,
      ...(named ? [nameOf(row.line)] : []),
      ...(lines ? [row.line] : []),
      ...(named ? [] : [row.company]),
      ...groups.map((group) => group.of(row.line)),
      percentText(row.weight, 4),
      row.capFactor.replace(/(\.\d{6})\d+$/, '$1'),
      groupedNumber(row.indexShares),
      ...(partial ? [row.membership] : []),
    ]);
  const columns = [
    { head: '#', right: true },
    { head: 'symbol' },
    ...(named ? [{ head: 'name', most: 36 }] : []),
    ...(lines ? [{ head: 'line', most: 16 }] : []),
    ...(named ? [] : [{ head: 'company', most: 30 }]),
    ...groups.map((group) => ({ head: group.name, most: 18 })),
    { head: 'weight of line', right: true },
    { head: 'cap factor', right: true },
    { head: 'index shares', right: true },
    ...(partial ? [{ head: 'membership', right: true }] : []),
  ];
  return `${[
    `${bold(`${plan.index.name}, ${review.event}`)}\n  ${dates.join(', ')}\n  incumbents: ${review.incumbents}`,
    `${bold(`Additions (${review.additions.length})`)}\n${list(review.additions)}`,
    `${bold(`Deletions (${review.deletions.length})`)}\n${list(review.deletions)}`,
    ...(review.gone.length > 0
      ? [
          `${bold(`Left by the effective date, and not in the index from then on (${review.gone.length})`)}\n${list(review.gone)}`,
        ]
      : []),
    ...(review.reserve.length > 0 ? [`${bold('Reserve')}\n${list(review.reserve)}`] : []),
    ...(review.limits.length > 0
      ? [
          `${bold('Limits')}\n${limitWords(review.limits, symbol)
            .map((w) => `  ${w}`)
            .join('\n')}`,
        ]
      : []),
    `${bold(`Basket (${review.basket.length} lines)`)}\n${table(columns, rows)}`,
  ].join('\n\n')}\n`;
}
