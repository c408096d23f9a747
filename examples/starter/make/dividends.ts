import { type Company, round } from './companies.ts';
import { DAYS, dayIndex, isOpen } from './days.ts';
import { recordAction, type State } from './state.ts';
import { STORY } from './story.ts';

/** Weekdays between the announcement of a dividend and its ex-date. */
const NOTICE = 15;
/** Weekdays around an event of the story in which a company announces no dividend. */
const QUIET = 45;

/** Announces the dividends whose ex-date is {@link NOTICE} weekdays off, and pays those whose ex-date has come. */
export function dividends(state: State, company: Company, day: number): void {
  const ex = day + NOTICE;
  if (company.dividendYield > 0 && ex < DAYS.length && isExDay(company, ex) && !quiet(company, day)) {
    for (const line of company.lines) {
      // Preferred shares pay half as much again, the classes of common shares the same.
      const rate = company.dividendYield * (line.kind === 'preferred' ? 1.5 : 1);
      const amount = round((line.price * rate) / 2, 2);
      if (amount < 0.01 || line.listedUntil !== undefined) continue;
      const known = DAYS[day]!;
      state.announced.set(line, { ex, amount: String(amount), known });
      yearly(state, line.id, known, round(2 * amount, 2));
    }
  }
  for (const line of company.lines) {
    const announced = state.announced.get(line);
    if (announced === undefined || announced.ex !== day) continue;
    state.announced.delete(line);
    line.price -= Number(announced.amount);
    const { amount, known } = announced;
    recordAction(state, line, { ex: DAYS[day]!, known, kind: 'cash_dividend', amount, currency: company.currency });
  }
}

/** The yearly dividends that are known when the market begins. */
export function startingDividends(state: State, company: Company, date: string, known: string): void {
  for (const line of company.lines) {
    const rate = company.dividendYield * (line.kind === 'preferred' ? 1.5 : 1);
    const amount = round(line.price * rate, 2);
    if (amount > 0) state.tables.dividends.push({ line: line.id, date, known, yearly_dividend: String(amount) });
  }
}

function yearly(state: State, line: string, date: string, amount: number): void {
  state.tables.dividends.push({ line, date, known: date, yearly_dividend: String(amount) });
}

/** Whether a day is the company's ex-day: in each of its two months the first on which its exchange is open, from its own day of the month on. */
function isExDay(company: Company, day: number): boolean {
  const date = DAYS[day]!;
  const month = Number(date.slice(5, 7));
  if (month !== company.dividendMonth && month !== company.dividendMonth + 6) return false;
  const ownDay = `${date.slice(0, 8)}${String(4 + (company.rank % 20)).padStart(2, '0')}`;
  return DAYS.find((other) => other >= ownDay && isOpen(company.exchange, other)) === date;
}

function quiet(company: Company, day: number): boolean {
  return STORY.some(
    (event) =>
      event.rank === company.rank &&
      (Math.abs(dayIndex(event.ex) - day) < QUIET || (event.kind === 'delisting' && event.value === 'nothing')),
  );
}
