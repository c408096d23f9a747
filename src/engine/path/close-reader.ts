import { lastAtOrBefore } from '../../market/index.ts';
import { listedPlaces } from '../columns/listed-places.ts';
import type { Session } from '../session/session.ts';
import { closePosition, closesOf } from './close-position.ts';
import { everSuspended, suspensions } from './suspensions.ts';

/**
 * The last closes of lines as of a day, each in its own currency; NaN where there is none. All at once: finding them is waiting for memory,
 * which the processor does for many together where nothing else is done.
 */
export function closesOn(session: Session, lines: ArrayLike<number>, day: number): Float64Array {
  const { market } = session;
  const { days } = market;
  const all = closesOf(market);
  const ahead = session.closesAhead.get(day);
  const { first, last } = listedPlaces(market);
  const place = lastAtOrBefore(days, 0, days.length, day);
  const anySuspended = suspensions(market) > 0;
  const closes = new Float64Array(lines.length);
  for (let i = 0; i < closes.length; i += 1) {
    const line = lines[i]!;
    if (anySuspended && everSuspended(market, line)) {
      const at = closePosition(market, line, day);
      closes[i] = at < 0 ? Number.NaN : all[at]!;
      continue;
    }
    // Read ahead is only what is listed on the day; a line that no longer is has its last close.
    let close = ahead === undefined ? Number.NaN : ahead[line]!;
    const start = line * days.length;
    for (let at = Math.min(place, last[line]!); Number.isNaN(close) && at >= first[line]!; at -= 1)
      close = all[start + at]!;
    closes[i] = close;
  }
  return closes;
}
