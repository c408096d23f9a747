import { lastAtOrBefore } from '../../market/index.ts';
import { listedPlaces } from '../columns/listed-places.ts';
import type { Session } from '../session/session.ts';
import { closePosition, closesOf } from './close-position.ts';
import { everSuspended, suspensions } from './suspensions.ts';

/** The last close of a line as of one day, in its own currency; NaN where there is none. */
export type CloseReader = (line: number) => number;

// Closes are asked for line by line of one day, so the last reader mostly serves.
const readers = new WeakMap<Session, { day: number; read: CloseReader }>();

/** Reads closes as of a day, from the column read ahead for it where there is one. */
export function closeReader(session: Session, day: number): CloseReader {
  const known = readers.get(session);
  if (known?.day === day) return known.read;
  const read = makeReader(session, day);
  readers.set(session, { day, read });
  return read;
}

function makeReader(session: Session, day: number): CloseReader {
  const { market } = session;
  const { days } = market;
  const closes = closesOf(market);
  const ahead = session.closesAhead.get(day);
  const { first, last } = listedPlaces(market);
  const place = lastAtOrBefore(days, 0, days.length, day);
  const anySuspended = suspensions(market) > 0;
  return (line) => {
    if (anySuspended && everSuspended(market, line)) {
      const at = closePosition(market, line, day);
      return at < 0 ? Number.NaN : closes[at]!;
    }
    // Read ahead is only what is listed on the day; a line that no longer is has its last close.
    const found = ahead === undefined ? Number.NaN : ahead[line]!;
    if (!Number.isNaN(found)) return found;
    const start = line * days.length;
    for (let at = Math.min(place, last[line]!); at >= first[line]!; at -= 1) {
      const close = closes[start + at]!;
      if (!Number.isNaN(close)) return close;
    }
    return Number.NaN;
  };
}
