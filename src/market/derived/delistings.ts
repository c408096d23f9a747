import { isoDate } from '../../calendar/index.ts';
import type { CorporateAction, TableCount } from '../market.ts';
import type { Prices } from '../read-prices.ts';
import { lastAtOrBefore } from '../value-as-of.ts';

const FINAL = ['delisting', 'merger_cash', 'merger_stock'];
/** Days by which prices may go on after an action that ended a line. */
const GRACE = 10;

/**
 * A delisting, on the next day of prices, of each line that ended before the last of them, unless an action says how it left. A line
 * ends with its listing, or with its last row where it has had none for the last `after` days of prices.
 *
 * @param listedUntil last day of listing of each line; moved to the last row of a line that ended with it
 * @param actions those of the tables
 */
export function deriveDelistings(
  prices: Prices,
  listedUntil: Int32Array,
  actions: CorporateAction[],
  after: number,
): { actions: CorporateAction[]; count: TableCount } {
  const { days, lines, seen } = prices;
  const width = days.length;
  const told = new Map(actions.filter((a) => FINAL.includes(a.kind)).map((a) => [a.line, a.exDate]));
  const derived: CorporateAction[] = [];
  const silent: string[] = [];
  for (let line = 0; line < lines.ids.length; line += 1) {
    const start = line * width;
    const last = seen.lastIndexOf(1, start + width - 1) - start;
    if (last < 0) continue;
    if (width - 1 - last >= after && days[last]! < listedUntil[line]!) {
      silent.push(lines.ids[line]!);
      listedUntil[line] = days[last]!;
    }
    const day = days[lastAtOrBefore(days, 0, width, listedUntil[line]!) + 1];
    if (day === undefined) continue;
    if ((told.get(line) ?? Number.NEGATIVE_INFINITY) >= listedUntil[line]! - GRACE) continue;
    derived.push({ line, exDate: day, known: day, kind: 'delisting', row: 0 });
  }
  const list = derived.map((a) => `${lines.ids[a.line]} on ${isoDate(a.exDate)}`);
  const count: TableCount = {
    table: 'delistings (derived)',
    read: lines.ids.length,
    used: derived.length,
    leftOut: [],
    derived: [
      {
        what: 'a delisting of a line that ended before the last day of prices, at its last price',
        rows: derived.length,
        list,
      },
      {
        what: `an end of listing where rows end, at least ${after} days of prices before the last, though the table of lines has it listed longer`,
        rows: silent.length,
        list: silent,
      },
    ],
    missing: [],
  };
  return { actions: derived, count };
}
