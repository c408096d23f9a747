import type { Company, Line } from './companies.ts';
import { DAYS, isOpen } from './days.ts';
import type { Random } from './random.ts';
import type { State } from './state.ts';
import { DRIFTS } from './story.ts';

const DAILY_GROWTH = 0.0002;

/** Moves the prices of a company's lines over one day and records what was traded. */
export function trade(state: State, company: Company, day: number, common: number, random: Random): void {
  const date = DAYS[day]!;
  if (!isOpen(company.exchange, date)) return;
  const drift = DRIFTS.find((d) => d.rank === company.rank && date >= d.from && date <= d.until)?.daily ?? 0;
  const own = DAILY_GROWTH + drift + company.beta * common + company.sigma * random.normal();
  for (const line of company.lines) {
    const move = line.kind === 'preferred' ? own * 0.35 : own + 0.002 * random.normal();
    const mood = random.uniform();
    const idle = company.rank > 250 && random.uniform() < 0.06;
    if (!isListed(line, date) || state.suspended.has(line)) continue;
    const before = line.price;
    const bid = state.bids.get(line);
    line.price = bid === undefined ? Math.max(0.05, before * (1 + clamp(move))) : bid() * (0.988 + 0.008 * mood);
    if (idle) line.price = before;
    const activity = company.turnover * (0.5 + mood) * (1 + 14 * Math.abs(line.price / before - 1));
    const volume = idle ? 0 : Math.max(100, Math.round((line.shares * activity) / 100) * 100);
    state.tables.prices.push({ line: line.id, date, close: line.price.toFixed(2), volume: String(volume) });
  }
}

export function isListed(line: Line, date: string): boolean {
  return date >= line.listedFrom && (line.listedUntil === undefined || date <= line.listedUntil);
}

function clamp(move: number): number {
  return Math.min(0.25, Math.max(-0.25, move));
}
