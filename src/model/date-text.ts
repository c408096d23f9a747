export { calendarText, dateText } from '../syntax/print/date-text.ts';
export { monthNames } from '../syntax/tokens/schedule.ts';
