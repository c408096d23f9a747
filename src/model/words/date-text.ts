import { type CalendarExpr, type DateRule, monthNames } from '../../calendar/index.ts';
import { ordinal } from '../../diagnostics/ordinal.ts';

/** A date rule as text. */
export function dateText(rule: DateRule): string {
  switch (rule.op) {
    case 'date':
      return rule.date;
    case 'named':
      return rule.name;
    case 'nth': {
      const which = rule.n === -1 ? 'last' : rule.n < 0 ? `${ordinal(-rule.n)} last` : ordinal(rule.n);
      return `${which} ${rule.unit}${onCalendar(rule.calendar)} of ${monthText(rule.of)}`;
    }
    case 'shift': {
      const side = `${rule.n < 0 ? 'before' : 'after'} ${dateText(rule.from)}`;
      const count = Math.abs(rule.n);
      const calendar = onCalendar(rule.calendar);
      if (/^[A-Z]/.test(rule.unit)) return `${count === 1 ? '' : `${ordinal(count)} `}${rule.unit}${calendar} ${side}`;
      if (count === 1 && rule.unit !== 'week' && rule.unit !== 'month') return `${rule.unit}${calendar} ${side}`;
      return `${count} ${rule.unit}${count === 1 ? '' : 's'}${calendar} ${side}`;
    }
    case 'snap':
      return `${rule.unit}${onCalendar(rule.calendar)} ${rule.direction} ${dateText(rule.from)}`;
    case 'window': {
      const unit =
        rule.unit === 'trading day' && rule.calendar === undefined ? '' : `${rule.unit}${onCalendar(rule.calendar)} `;
      return `${unit}decided between ${dateText(rule.from)} and ${dateText(rule.to)}`;
    }
    default:
      return rule satisfies never;
  }
}

function monthText(of: Extract<DateRule, { op: 'nth' }>['of']): string {
  if ('month' in of) return `${monthNames[of.month - 1]}${of.year === undefined ? '' : ` of ${of.year} year`}`;
  if (of.offset === 0) return 'month';
  if (of.offset === -1) return 'previous month';
  if (of.offset === 1) return 'next month';
  return `${Math.abs(of.offset)} months ${of.offset < 0 ? 'before' : 'after'}`;
}

function onCalendar(calendar: CalendarExpr | undefined): string {
  return calendar === undefined ? '' : ` on ${oneCalendar(calendar)}`;
}

const words = { union: 'or', intersection: 'and', difference: 'except' } as const;

/** A calendar as text. */
export function calendarText(calendar: CalendarExpr): string {
  if (calendar.op === 'calendar') return calendar.mic;
  return `${calendarText(calendar.left)} ${words[calendar.op]} ${oneCalendar(calendar.right)}`;
}

function oneCalendar(calendar: CalendarExpr): string {
  return calendar.op === 'calendar' ? calendar.mic : `(${calendarText(calendar)})`;
}
