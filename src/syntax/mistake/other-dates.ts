import { monthNames } from '../../calendar/index.ts';

/** What a date in another order stands for in year-month-day: two dates where day and month may be exchanged. */
export function isoDates(written: string): string[] {
  const spelt = /^(?:(\d{1,2}) ([a-z]{3,9})|([a-z]{3,9}) (\d{1,2})),? (\d{4})$/i.exec(written);
  if (spelt !== null) {
    const word = (spelt[2] ?? spelt[3]!).toLowerCase();
    const month = monthNames.findIndex((name) => name.toLowerCase().startsWith(word)) + 1;
    return dates(spelt[5]!, month, Number(spelt[1] ?? spelt[4]));
  }
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(written);
  if (yearFirst !== null) return dates(yearFirst[1]!, Number(yearFirst[2]), Number(yearFirst[3]));
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(written);
  if (yearLast === null) return [];
  const [a, b] = [Number(yearLast[1]), Number(yearLast[2])];
  return [...new Set([...dates(yearLast[3]!, b, a), ...dates(yearLast[3]!, a, b)])];
}

function dates(year: string, month: number, day: number): string[] {
  if (month < 1 || month > 12 || day < 1 || day > 31) return [];
  return [`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`];
}

/** How to write a date that is written in another order. */
export function dateHelp(written: string): string {
  const [one, other] = isoDates(written);
  if (one === undefined) return 'Write year-month-day, such as `2022-06-20`';
  if (other === undefined) return `Write \`${one}\`: year, month, day`;
  return `Write \`${one}\` if the day comes first, \`${other}\` if the month does`;
}
