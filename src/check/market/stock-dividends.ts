import { isoDate } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { lifeOf } from '../support/life.ts';
import { selectable } from './selectable.ts';
import { someTold } from './some-of.ts';
import { symbolOf } from './symbol-of.ts';

/** RB5118: stock dividends that give a new share or more for each one held. */
export function checkStockDividends(context: CheckContext, market: Market): Diagnostic[] {
  const life = lifeOf(context.rulebook);
  const selected = selectable(context, market);
  const told = market.actions.flatMap(({ kind, line, exDate, ratio = 0 }) => {
    if (kind !== 'stock_dividend' || ratio < 1 || exDate < life.from || exDate > life.until) return [];
    if (!selected(line, exDate - 1)) return [];
    const shares = `${ratio} new share${ratio === 1 ? '' : 's'} for each one held`;
    return [`\`${symbolOf(market, line, exDate - 1)}\` on ${isoDate(exDate)}, ${shares}`];
  });
  if (told.length === 0) return [];
  const i = context.rulebook.sections.findIndex((s) => s.section === 'maintenance');
  return [
    finding(
      'warning',
      'RB5118',
      `${told.length === 1 ? 'a stock dividend has a ratio of 1 or more' : `${told.length} stock dividends have a ratio of 1 or more`}: ${someTold(told)}`,
      [context.span(`/sections/${Math.max(0, i)}`)],
      'the ratio is new shares for each one held: index shares are multiplied by one more than it',
      'write 0.05 for a dividend of 5%; where so many shares were given, a `split` says it plainly',
    ),
  ];
}
