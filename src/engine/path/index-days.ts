import { lastAtOrBefore } from '../../market/index.ts';
import type { Session } from '../session/session.ts';

/** The days of a run: sessions of the index calendar, and the place in `market.days` of the last market day on or before each. */
export type IndexDays = { days: Int32Array; places: Int32Array; before: number };

export function indexDays(session: Session, from: number, to: number): IndexDays {
  const days = session.calendar.sessionsBetween(from, to);
  const market = session.market.days;
  const places = days.map((day) => lastAtOrBefore(market, 0, market.length, day));
  return { days, places, before: days.length === 0 ? from : session.calendar.shift(days[0]!, -1) };
}
