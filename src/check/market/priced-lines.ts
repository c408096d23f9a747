import { isoDate } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { ALWAYS, lastAtOrBefore, type Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { lifeOf } from '../support/life.ts';
import { placeOfField } from './place-of-field.ts';
import { selectable } from './selectable.ts';
import { someTold } from './some-of.ts';
import { symbolOf } from './symbol-of.ts';

/** Days of prices that a line may lack at the end of its listing. */
const GRACE = 10;
const FINAL = ['delisting', 'merger_cash', 'merger_stock', 'suspension'];

/** RB5119: lines that are listed but have no close, or none for long before they cease to be, though no action says why. */
export function checkPricedLines(context: CheckContext, market: Market): Diagnostic[] {
  const close = market.fields.get('close');
  if (close?.kind !== 'series' || market.days.length === 0) return [];
  const { days, listedFrom, listedUntil } = market;
  const life = lifeOf(context.rulebook);
  const selected = selectable(context, market);
  const ended = new Set(market.actions.filter((a) => FINAL.includes(a.kind)).map((a) => a.line));
  const never: string[] = [];
  const stopped: string[] = [];
  for (const line of market.lines.ids.keys()) {
    // Where neither the table of lines nor prices say when it is listed, it may be on every day.
    const unknown = listedUntil[line] === ALWAYS;
    const from = unknown ? life.from : Math.max(listedFrom[line]!, life.from);
    const start = lastAtOrBefore(days, 0, days.length, from - 1) + 1;
    const end = lastAtOrBefore(days, 0, days.length, unknown ? life.until : Math.min(listedUntil[line]!, life.until));
    if (end - start < GRACE || !selected(line, days[end]!)) continue;
    let last = end;
    while (last >= 0 && Number.isNaN(close.values[line * days.length + last]!)) last -= 1;
    if (end - last <= GRACE || ended.has(line)) continue;
    const until = `though it is listed to ${isoDate(days[end]!)}`;
    const name = `\`${symbolOf(market, line)}\``;
    if (last < 0) never.push(name);
    else if (days[last]! >= life.from) stopped.push(`${name}, last on ${isoDate(days[last]!)}, ${until}`);
  }
  return [
    ...told(never.length, 'has', 'have', 'no close at all while listed', never),
    ...told(
      stopped.length,
      'has',
      'have',
      `no close for more than ${GRACE} days, and no action says that it left`,
      stopped,
    ),
  ];

  function told(count: number, one: string, many: string, what: string, names: string[]): Diagnostic[] {
    if (count === 0) return [];
    return [
      finding(
        'warning',
        'RB5119',
        `${count === 1 ? `a line ${one}` : `${count.toLocaleString('en')} lines ${many}`} ${what}: ${someTold(names)}`,
        [placeOfField(context, 'close')],
        'a line without a price is selected by nobody; a constituent keeps its last one, however old',
        'complete the prices, end the listing with `listed_until` or an action, or have ends found with `derive: delistings` in `dataset.yaml`',
      ),
    ];
  }
}
