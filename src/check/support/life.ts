import { type OwnCalendars, resolveCalendar, type TradingCalendar, weekdayIndex } from '../../calendar/index.ts';
import type { Rulebook } from '../../model/rulebook.ts';
import type { IndexSection, LevelSection } from '../../model/section.ts';
import { always, type Days, day } from './days.ts';

/** From the first base date to the last day of the index; unbounded where the rulebook does not say. */
export function lifeOf(rulebook: Rulebook): Days {
  const bases = sections(rulebook, 'level').flatMap((level) => day(level.base?.date) ?? []);
  const ends = sections(rulebook, 'index').map((index) => day(index.ends) ?? always.until);
  return {
    from: bases.length === 0 ? always.from : Math.min(...bases),
    until: ends.length === 0 ? always.until : Math.max(...ends),
  };
}

/** The trading calendar in force on a day (without a day: the first one declared), where it is among those known. */
export function calendarOf(rulebook: Rulebook, own?: OwnCalendars): TradingCalendar | undefined {
  const expr = sections(rulebook, 'index').find((index) => index.calendar !== undefined)?.calendar;
  if (expr === undefined) return undefined;
  try {
    return resolveCalendar(expr, own);
  } catch {
    return undefined;
  }
}

/**
 * Whether a review or a level can fall on one of the days: a session, or where the calendar does not reach a weekday.
 */
export function hasSession(days: Days, calendar: TradingCalendar | undefined): boolean {
  if (days.until - days.from > 14) return true;
  for (let at = days.from; at <= days.until; at++) {
    const known = calendar !== undefined && at >= calendar.first && at <= calendar.last;
    if (known ? calendar.isSession(at) : weekdayIndex(at) < 5) return true;
  }
  return false;
}

function sections(rulebook: Rulebook, kind: 'index'): IndexSection[];
function sections(rulebook: Rulebook, kind: 'level'): LevelSection[];
function sections(rulebook: Rulebook, kind: 'index' | 'level'): (IndexSection | LevelSection)[] {
  return rulebook.sections.filter((s): s is IndexSection | LevelSection => s.section === kind);
}
