import type { CatalogueEntry } from './entry.ts';

/** Findings of calendars and date rules. */
export const calendarCatalogue: readonly CatalogueEntry[] = [
  {
    code: 'RB3800',
    title: 'not a day of the calendar',
    why: 'Dates are written year-month-day, and the day has to exist.',
    help: 'Check the day; 29 February is only in leap years.',
    example: '2024-02-29',
  },
  {
    code: 'RB3801',
    title: 'a calendar that nobody knows',
    why: 'Trading days come from the built-in calendars, by MIC, or from the data set.',
    help: 'Name a built-in calendar, or give the sessions in the data set.',
    example: 'calendar XNYS and XLON',
  },
  {
    code: 'RB3802',
    title: 'a date outside the years a calendar covers',
    why: 'On a day that no calendar knows, trading or not would be a guess.',
    help: 'Choose dates inside those years, or use a calendar that covers the date.',
  },
  {
    code: 'RB3803',
    title: 'a day that a month does not have',
    why: 'Not every month has, for example, a fifth Friday.',
    help: 'Count from the end of the month, or choose a smaller number.',
    failing:
      'index DEMO "Demonstration index"\n  currency USD\n  calendar XNYS\n\nschedule\n  review: monthly\n    effective: trading day after 5th Friday of month\n',
    passing:
      'index DEMO "Demonstration index"\n  currency USD\n  calendar XNYS\n\nschedule\n  review: monthly\n    effective: trading day after last Friday of month\n',
  },
  {
    code: 'RB3804',
    title: 'a count or a month that means nothing',
    why: 'Days are counted from 1, or from -1 backwards; months go from 1 to 12.',
    help: 'Correct the number.',
  },
  {
    code: 'RB3805',
    title: 'a date that the event does not have',
    why: 'A date rule may speak only of other dates of the same event.',
    help: 'Use one of the dates of the event, or add the date to it.',
  },
  {
    code: 'RB3806',
    title: 'dates defined by each other',
    why: 'To find the one, the other would have to be known first.',
    help: 'Fix one of them to a month, or to a date outside the circle.',
  },
  {
    code: 'RB3807',
    title: 'a decided date that cannot be',
    why: 'A date chosen by decision lies in the window that the rulebook gives, on a day of the kind asked for.',
    help: 'Correct the decision in the data set, or widen the window.',
  },
  {
    code: 'RB3808',
    title: 'a date that nobody has decided',
    why: 'The rulebook leaves the date to a decision, and the data set has none for this event.',
    help: 'Record the date chosen among the decisions of the data set.',
  },
  {
    code: 'RB3809',
    title: 'a schedule that gives no events',
    why: 'From its dates alone nobody could tell when the event takes place.',
    help: 'Find the dates from the month of the event, give each a name of its own, and say when it takes effect.',
  },
];
