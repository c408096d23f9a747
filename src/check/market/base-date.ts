import { isoDate, type TimelineEvent, type TradingCalendar } from '../../calendar/index.ts';
import { type Diagnostic, isFailure } from '../../diagnostics/index.ts';
import type { Market } from '../../market/index.ts';
import type { EventRule, LevelSection } from '../../model/section.ts';
import type { CheckContext } from '../context.ts';
import { common, day, daysOf } from '../support/days.ts';
import { finding } from '../support/finding.ts';
import { calendarOf } from '../support/life.ts';
import { occasions } from '../support/occasions.ts';

/** How far the first review is looked for. */
const reach = 400;

/**
 * RB5111: a base date that the data set covers, on which no review takes effect: the level would start later. RB5122: one that it does not cover,
 * where nothing else says what the index was when the data begin.
 */
export function checkBaseDate(context: CheckContext, market: Market): Diagnostic[] {
  const { sections } = context.rulebook;
  const i = sections.findIndex((s) => s.section === 'level');
  const level = sections[i];
  const calendar = calendarOf(context.rulebook, context.calendars);
  if (level?.section !== 'level' || calendar === undefined) return [];
  const base = day(level.base.date);
  const [first, last] = [market.days[0], market.days.at(-1)];
  if (base === undefined || first === undefined) return [];
  if (base > last! || base < earliest(calendar, first)) return uncovered(context, market, level, i);
  if (base < first || startsOtherwise(context, level, market)) return [];
  const start = firstReview(context, market, base, calendar);
  if (start === undefined) return [];
  if (calendar.sessionsBetween(base + 1, start.effective - 1).length === 0) return [];
  const before = isoDate(calendar.shift(start.effective, -1));
  return [
    finding(
      'warning',
      'RB5111',
      `no review takes effect on the base date ${level.base.date} or the trading day after it; the first is \`${start.event}\` on ${isoDate(start.effective)}`,
      [context.span(`/sections/${i}/base`)],
      'the level starts with the first basket, at the base value: there is none for the days before, and what the market did on them is lost',
      `write \`base ${level.base.value} on ${before}\`, let a review take effect at the base date, or give the data set published levels`,
    ),
  ];
}

/** The base date may be the trading day before the first day of the data. */
function earliest(calendar: TradingCalendar, first: number): number {
  return first > calendar.first && first <= calendar.last ? calendar.shift(first, -1) : first;
}

function uncovered(context: CheckContext, market: Market, level: LevelSection, i: number): Diagnostic[] {
  const base = day(level.base.date)!;
  const [first, last] = [market.days[0]!, market.days.at(-1)!];
  const late = base > last;
  const ids = context.rulebook.sections.flatMap((s) => (s.section === 'index' ? [s.id] : []));
  const known = startsOtherwise(context, level, market) || market.constituents.some((c) => ids.includes(c.index));
  if (!late && known) return [];
  return [
    finding(
      'warning',
      'RB5122',
      `the base date ${level.base.date} is ${late ? 'after the last' : 'before the first'} day of the data, which ${late ? 'end' : 'begin'} on ${isoDate(late ? last : first)}`,
      [context.span(`/sections/${i}/base`)],
      late
        ? 'an index has no level before its base date, and none can be computed after the last day'
        : 'what the index was when the data begin is not known: its level starts at the base value with the first review in the data',
      late
        ? `write a base date on which the data have prices, or read data that reach it`
        : 'write a base date that the data cover, or give the data set published levels or constituents of the index',
    ),
  ];
}

/** Whether the level starts from something else than the base value: a stated divisor, or what the data set has published of it. */
function startsOtherwise({ rulebook }: CheckContext, level: LevelSection, market: Market): boolean {
  const ids = rulebook.sections.flatMap((s) => (s.section === 'index' ? [s.id] : []));
  return level.divisor !== undefined || market.levels.some((l) => ids.includes(l.index));
}

/** The first event from the base date on that weights, and that the data begins early enough for. */
function firstReview(
  context: CheckContext,
  market: Market,
  base: number,
  calendar: TradingCalendar,
): TimelineEvent | undefined {
  const { sections } = context.rulebook;
  const weights = (event: EventRule) =>
    sections.some((s) => s.section === 'weighting' && !s.entrantsOnly && (s.at?.includes(event.name) ?? true));
  const events = sections.flatMap((s) =>
    s.section === 'schedule' ? s.events.filter(weights).map((event) => ({ event, days: daysOf(s, event) })) : [],
  );
  const all = events.flatMap(({ event, days }) => {
    const range = common(days, { from: base, until: Math.min(base + reach, calendar.last) });
    return range.from > range.until ? [] : tried(event, range, calendar, context);
  });
  const [start] = all
    .filter((e) => e.effective >= base && (e.dates.reference ?? e.effective - 1) >= market.days[0]!)
    .sort((a, b) => a.effective - b.effective);
  // What is called by decision may begin the index before.
  const called = market.decisions.some(
    (d) =>
      d.action === 'call' &&
      events.some(({ event }) => event.name === d.event) &&
      d.date >= base &&
      d.date < (start?.effective ?? 0),
  );
  return called ? undefined : start;
}

function tried(
  event: EventRule,
  range: { from: number; until: number },
  calendar: TradingCalendar,
  context: CheckContext,
) {
  try {
    return occasions(event, range, calendar, 'first', context.calendars);
  } catch (error) {
    // Dates that cannot be told are told of by the check of their order.
    if (isFailure(error)) return [];
    throw error;
  }
}
