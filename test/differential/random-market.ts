import { isoDate } from '../../src/calendar/index.ts';
import type { Market } from '../../src/market/index.ts';
import {
  type TinyAction,
  type TinyDecision,
  type TinyLine,
  type TinyStep,
  tinyMarket,
} from '../support/tiny-market.ts';
import type { Random } from './random.ts';
import { actionKinds } from './action-kinds.ts';

const firstDay = 19_723; // 2024-01-01, a Monday
export const dayCount = 66;

/** The weekdays that a random market has, as ISO dates. */
export const marketDays: string[] = Array.from({ length: dayCount }, (_, i) =>
  isoDate(firstDay + Math.floor(i / 5) * 7 + (i % 5)),
);

/** A small market with gaps, ties, companies of several lines, late listings, and actions and decisions if asked for. */
export function randomMarket(r: Random, given: { actions?: boolean; decisions?: boolean; fx?: boolean } = {}): Market {
  const count = r.int(3, 11);
  const lines: TinyLine[] = Array.from({ length: count }, (_, i) => ({
    line: `L${String(i).padStart(2, '0')}`,
    company: `C${String(r.chance(0.3) ? Math.max(0, i - 1) : i).padStart(2, '0')}`,
    symbol: `S${i}`,
    ...(given.fx === true ? { currency: r.pick(['USD', 'USD', 'JPY']) } : {}),
    ...(r.chance(0.15) ? { listedFrom: r.pick(marketDays.slice(0, 40)) } : {}),
    ...(r.chance(0.12) ? { listedUntil: r.pick(marketDays.slice(25)) } : {}),
  }));
  const coarse = r.chance(0.3);
  const price = () => (coarse ? r.int(1, 4) * 10 : r.int(100, 30_000) / 100);
  const series = (value: () => number, missing: number) =>
    Object.fromEntries(
      lines.map(({ line }) => [line, marketDays.map((_, d) => (d > 2 && r.chance(missing) ? null : value()))]),
    );
  const steps = (value: () => number | string | boolean): TinyStep[] | number | string | boolean | null => {
    if (r.chance(0.1)) return null;
    if (r.chance(0.5)) return value();
    const dates = [...new Set(Array.from({ length: r.int(1, 3) }, () => r.pick(marketDays)))].toSorted();
    return dates.map((from) => ({ from, ...(r.chance(0.2) ? { known: r.pick(marketDays) } : {}), value: value() }));
  };
  const perLine = (value: () => number | string | boolean, always = false) =>
    Object.fromEntries(lines.map(({ line }) => [line, always && r.chance(0.97) ? value() : steps(value)]));
  const companies = [...new Set(lines.map((l) => l.company!))];
  return tinyMarket({
    days: marketDays,
    lines,
    close: series(price, r.pick([0, 0.05, 0.3])),
    fields: {
      volume: { series: series(() => (coarse ? r.int(1, 3) * 100 : r.int(0, 5000)), 0.1), type: 'number' },
      shares: { values: perLine(() => r.int(1, 900) * (coarse ? 100 : 7), true), type: 'number' },
      free: { values: perLine(() => r.int(1, 20) / 20), type: 'number' },
      sector: { values: perLine(() => r.pick(['metals', 'banks', 'soft']), true), type: 'text' },
      since: { values: perLine(() => r.pick(marketDays)), type: 'date' },
      flagged: { values: perLine(() => r.chance(0.5)), type: 'yes/no' },
      score: {
        of: 'company',
        values: Object.fromEntries(companies.map((c) => [c, steps(() => r.int(-3, 9) / 4)])),
        type: 'number',
      },
    },
    ...(given.actions === true ? { actions: randomActions(r, lines) } : {}),
    ...(given.decisions === true ? { decisions: randomDecisions(r, lines) } : {}),
    ...(r.chance(0.5)
      ? {
          constituents: lines
            .filter(() => r.chance(0.5))
            .map(({ line }) => ({
              index: r.pick(['IDX', 'IDX', 'OTHER']),
              line,
              from: r.pick(marketDays.slice(0, 20)),
              ...(r.chance(0.3) ? { until: r.pick(marketDays.slice(30)) } : {}),
            })),
        }
      : {}),
    ...(given.fx === true
      ? {
          fx: [
            {
              base: 'USD',
              quote: 'JPY',
              rates: Object.fromEntries(
                marketDays.filter((_, d) => d % 3 === 0).map((d) => [d, r.int(12_000, 16_000) / 100]),
              ),
            },
          ],
        }
      : {}),
  });
}

type Kind = Exclude<(typeof actionKinds)[number], 'resumption'>;
const kinds = actionKinds.filter((kind): kind is Kind => kind !== 'resumption');

function randomActions(r: Random, lines: TinyLine[]): TinyAction[] {
  return Array.from({ length: r.int(0, 10) }, (): TinyAction => {
    const line = r.pick(lines).line;
    const exDate = r.pick(marketDays.slice(3));
    const other = r.pick(lines).line;
    const kind = r.pick(kinds);
    switch (kind) {
      case 'split':
        return { line, exDate, kind, ratio: r.pick([2, 3, 0.5, 1.5]) };
      case 'stock_dividend':
        return { line, exDate, kind, ratio: r.pick([0.05, 0.1]) };
      case 'cash_dividend':
      case 'special_dividend':
        return { line, exDate, kind, amount: r.int(1, 60) / 100 };
      case 'rights':
        return { line, exDate, kind, ratio: r.pick([0.25, 0.5]), price: r.int(1, 40) };
      case 'spin_off':
        return { line, exDate, kind, ratio: r.pick([0.1, 0.5]), other, price: r.int(1, 150) / 100 };
      case 'share_change':
        return { line, exDate, kind, value: r.int(100, 900), ratio: r.pick([1.02, 1.5, 0.8]) };
      case 'merger_cash':
        return { line, exDate, kind, amount: r.int(1, 300) };
      case 'merger_stock':
        return { line, exDate, kind, ratio: r.pick([0.5, 1.25]), other };
      case 'delisting':
        return { line, exDate, kind, ...(r.chance(0.5) ? { value: r.int(0, 50) / 10 } : {}) };
      case 'suspension':
        return { line, exDate, kind };
      default:
        return { line, exDate, kind: 'symbol_change', symbol: `N${r.int(1, 99)}` };
    }
  }).filter((action) => action.other !== action.line);
}

function randomDecisions(r: Random, lines: TinyLine[]): TinyDecision[] {
  return Array.from({ length: r.int(0, 4) }, () => ({
    date: r.pick(marketDays),
    event: r.pick(['review', 'special']),
    action: r.pick(['add', 'remove', 'call'] as const),
    subject: r.pick(lines).line,
  }));
}
