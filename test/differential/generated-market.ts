import type { Field } from '../../src/model/section.ts';
import { isoDate } from '../../src/calendar/index.ts';
import type {
  TinyAction,
  TinyDecision,
  TinyField,
  TinyLine,
  TinyMarket,
  TinyStep,
  TinyValue,
} from '../support/tiny-market.ts';
import type { Random } from './random.ts';
import { actionKinds } from './action-kinds.ts';

/** The fields that every generated market has, as a rulebook declares them. */
export function fieldsOf(world: { currency: string; mixed: boolean }): Field[] {
  const own = world.mixed ? 'currency' : world.currency;
  const fields: [string, string, string][] = [
    ['close', 'line', `${own} per share`],
    ['fair', 'line', `${own} per share`],
    ['turnover', 'line', own],
    ['volume', 'line', 'shares'],
    ['shares', 'line', 'shares'],
    ['free', 'line', 'ratio'],
    ['points_of', 'line', 'number'],
    ['industry', 'line', 'text'],
    ['listed_on', 'line', 'date'],
    ['flagged', 'line', 'yes/no'],
    ['score', 'company', 'number'],
    ['revenue', 'company', 'USD'],
    ['style_name', 'company', 'text'],
    ['rate', 'sector', 'ratio'],
    ['appetite', 'market', 'ratio'],
  ];
  return fields.map(([name, of, unit]) => ({ name, of, unit }));
}

/** Market days: weekdays from a day on, less a few. */
function daysOf(r: Random): string[] {
  const first = r.pick([19_723, 19_639, 19_905]);
  const count = r.pick([60, 60, 60, 65, 70, 70, 80, 80, 100, 200]);
  const all = Array.from({ length: count }, (_, i) => isoDate(first + Math.floor(i / 5) * 7 + (i % 5)));
  return all.filter((_, i) => i === 0 || i === count - 1 || !r.chance(0.02));
}

/**
 * A small market with gaps, ties, negative and zero values, companies of several lines, late listings, several currencies and
 * corporate actions, some of them on one day.
 */
export function generatedMarket(r: Random): { market: TinyMarket; days: string[]; currency: string; mixed: boolean } {
  const days = daysOf(r);
  const count = r.pick([r.chance(0.4) ? 1 : 3, 4, 5, 6, 6, 7, 7, 8, 8, 9, 10, 12, 12, days.length > 90 ? 12 : 25]);
  const mixed = r.chance(0.35);
  const currency = r.chance(0.8) ? 'USD' : 'JPY';
  const lines: TinyLine[] = Array.from({ length: count }, (_, i) => ({
    line: `L${String(i).padStart(2, '0')}`,
    company: `C${String(r.chance(0.3) ? Math.max(0, i - 1) : i).padStart(2, '0')}`,
    symbol: `S${i}`,
    currency: mixed ? r.pick(['USD', 'USD', 'JPY', 'EUR']) : currency,
    ...(r.chance(0.15) ? { listedFrom: r.pick(days.slice(0, 40)) } : {}),
    ...(r.chance(0.12) ? { listedUntil: r.pick(days.slice(25)) } : {}),
  }));
  const texture = r.pick(['fine', 'fine', 'coarse', 'tenths', 'same'] as const);
  const price = (): number =>
    ({ fine: r.int(100, 30_000) / 100, coarse: r.int(1, 4) * 10, tenths: r.int(1, 9) / 10, same: 25 })[texture];
  const quantity = (): number =>
    ({ fine: r.int(1, 9000), coarse: r.int(1, 4) * 100, tenths: r.pick([3, 6, 7, 9, 12, 18]), same: 300 })[texture];
  const ids = lines.map((l) => l.line);
  const companies = [...new Set(lines.map((l) => l.company!))];
  const market: TinyMarket = {
    days,
    lines,
    close: series(r, ids, days, price, r.pick([0, 0.02, 0.25]), r.chance(0.06)),
    fields: {
      volume: {
        type: 'number',
        series: series(r, ids, days, () => (r.chance(0.05) ? 0 : quantity()), r.pick([0, 0.1]), false),
      },
      fair: { type: 'number', values: steps(r, ids, days, price) },
      turnover: { type: 'number', values: steps(r, ids, days, () => quantity() * 7) },
      shares: { type: 'number', values: steps(r, ids, days, quantity, 0.01) },
      free: { type: 'number', values: steps(r, ids, days, () => r.int(r.chance(0.1) ? 0 : 1, 20) / 20) },
      points_of: { type: 'number', values: steps(r, ids, days, () => (texture === 'same' ? 1 : r.int(-6, 30) / 10)) },
      industry: { type: 'text', values: steps(r, ids, days, () => r.pick(['metals', 'banks', 'soft', 'tools'])) },
      listed_on: { type: 'date', values: steps(r, ids, days, () => r.pick(days)) },
      flagged: { type: 'yes/no', values: steps(r, ids, days, () => r.chance(0.6)) },
      score: { of: 'company', type: 'number', values: steps(r, companies, days, () => r.int(-3, 9) / 4) },
      revenue: { of: 'company', type: 'number', values: steps(r, companies, days, () => r.int(-10, 900) * 10) },
      style_name: { of: 'company', type: 'text', values: steps(r, companies, days, () => r.pick(['growth', 'value'])) },
      rate: {
        of: 'sector',
        type: 'number',
        values: steps(r, ['metals', 'banks', 'soft'], days, () => r.int(0, 30) / 20),
      },
      appetite: { of: 'market', type: 'number', values: steps(r, [''], days, () => r.int(0, 20) / 10) },
    } satisfies Record<string, TinyField>,
    ...(r.chance(0.8) ? { actions: actions(r, ids, days) } : {}),
    ...(r.chance(0.7) ? { decisions: decisions(r, lines, days) } : {}),
    ...(r.chance(0.5) ? { constituents: published(r, ids, days) } : {}),
    ...(mixed ? { fx: rates(r, days, currency) } : {}),
    ...(r.chance(0.15)
      ? { levels: [{ index: 'IDX', values: Object.fromEntries(days.map((d) => [d, r.int(90_000, 110_000) / 100])) }] }
      : {}),
  };
  return { market, days, currency, mixed };
}

function series(
  r: Random,
  ids: string[],
  days: string[],
  value: () => number,
  missing: number,
  silent: boolean,
): Record<string, (number | null)[]> {
  const quiet = silent ? r.int(20, 40) : -1;
  return Object.fromEntries(
    ids.map((id) => [id, days.map((_, d) => (d === quiet || (d > 1 && r.chance(missing)) ? null : value()))]),
  );
}

function steps<T extends TinyValue>(
  r: Random,
  ids: string[],
  days: string[],
  value: () => T,
  empty = 0.06,
): Record<string, TinyValue | TinyStep[]> {
  const one = (): TinyValue | TinyStep[] => {
    if (r.chance(empty)) return null;
    if (r.chance(0.6)) return value();
    const from = [...new Set([days[0]!, r.pick(days), r.pick(days)])].toSorted();
    return from.map((day) => ({ from: day, ...(r.chance(0.2) ? { known: r.pick(days) } : {}), value: value() }));
  };
  return Object.fromEntries(ids.map((id) => [id, one()]));
}

function rates(r: Random, days: string[], currency: string): NonNullable<TinyMarket['fx']> {
  const every = r.int(1, 4);
  const of = (low: number, high: number, by: number): Record<string, number> =>
    Object.fromEntries(days.filter((_, d) => d % every === 0).map((d) => [d, r.int(low, high) / by]));
  const yen = { base: 'USD', quote: 'JPY', rates: of(12_000, 16_000, 100) };
  const euro =
    currency === 'USD'
      ? { base: 'EUR', quote: 'USD', rates: of(10_000, 12_000, 10_000) }
      : { base: 'EUR', quote: 'JPY', rates: of(15_000, 17_000, 100) };
  return r.chance(0.85) ? [yen, euro] : [yen];
}

function published(r: Random, ids: string[], days: string[]): NonNullable<TinyMarket['constituents']> {
  return ids
    .filter(() => r.chance(0.6))
    .map((line) => ({
      index: r.pick(['IDX', 'IDX', 'OTHER']),
      line,
      from: r.pick(days.slice(0, 20)),
      ...(r.chance(0.3) ? { until: r.pick(days.slice(30)) } : {}),
    }));
}

function actions(r: Random, ids: string[], days: string[]): TinyAction[] {
  const crowd = r.chance(0.4) ? r.pick(days.slice(15)) : undefined;
  return Array.from({ length: r.int(1, 14) }, (): TinyAction => {
    const line = r.pick(ids);
    const exDate = crowd !== undefined && r.chance(0.5) ? crowd : r.pick(days.slice(3));
    const other = r.pick(ids);
    const kind = r.pick(actionKinds);
    const base = { line, exDate, kind };
    switch (kind) {
      case 'split':
        return { ...base, ratio: r.pick([2, 3, 0.5, 1.5, 0.1]) };
      case 'stock_dividend':
        return { ...base, ratio: r.pick([0.05, 0.1]) };
      case 'cash_dividend':
      case 'special_dividend':
        return {
          ...base,
          ...(r.chance(0.95) ? { amount: r.int(1, 60) / 100 } : {}),
          ...(r.chance(0.2) ? { currency: 'USD' } : {}),
        };
      case 'rights':
        return { ...base, ratio: r.pick([0.25, 0.5]), price: r.int(1, 40) };
      case 'spin_off':
        return {
          ...base,
          ratio: r.pick([0.1, 0.5]),
          ...(r.chance(0.8) && other !== line ? { other } : {}),
          ...(r.chance(0.6) ? { price: r.int(1, 150) / 100 } : {}),
        };
      case 'share_change':
        return { ...base, value: r.int(100, 900), ...(r.chance(0.7) ? { ratio: r.pick([1.02, 1.5, 0.8, 1.1]) } : {}) };
      case 'merger_cash':
        return { ...base, amount: r.int(1, 300) };
      case 'merger_stock':
        return {
          ...base,
          ratio: r.pick([0.5, 1.25]),
          ...(other === line ? {} : { other }),
          ...(r.chance(0.3) ? { amount: r.int(1, 9) } : {}),
        };
      case 'delisting':
        return { ...base, ...(r.chance(0.6) ? { value: r.int(0, 50) / 10 } : {}) };
      case 'suspension':
      case 'resumption':
        return base;
      case 'symbol_change':
        return { ...base, symbol: `N${r.int(1, 9)}` };
      default:
        return kind satisfies never;
    }
  });
}

function decisions(r: Random, lines: TinyLine[], days: string[]): TinyDecision[] {
  const subject = (): string => {
    const line = r.pick(lines);
    return r.pick([line.line, line.line, line.company!, line.symbol!]);
  };
  const calls = Array.from({ length: r.int(0, 2) }, (): TinyDecision[] => {
    const at = r.int(8, days.length - 1);
    const call: TinyDecision = { date: days[at]!, event: 'special', action: 'call' };
    const set: TinyDecision[] = r.chance(0.8)
      ? [{ date: days[at]!, event: 'special', action: 'set', field: 'reference', value: days[at - r.int(1, 5)]! }]
      : [];
    const changes = Array.from(
      { length: r.int(0, 2) },
      (): TinyDecision => ({
        date: days[at]!,
        event: 'special',
        action: r.pick(['add', 'remove'] as const),
        subject: subject(),
      }),
    );
    return [call, ...set, ...changes];
  }).flat();
  const loose = Array.from(
    { length: r.int(0, 4) },
    (): TinyDecision => ({
      date: r.pick(days),
      event: r.pick(['review', 'special', 'tier0', 'tier1']),
      action: r.pick(['add', 'remove'] as const),
      subject: r.chance(0.04) ? 'NOBODY' : subject(),
    }),
  );
  return [...calls, ...loose];
}
