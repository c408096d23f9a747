export { calendarText, dateText } from '../syntax/print/date-text.ts';
