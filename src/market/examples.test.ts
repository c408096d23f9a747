import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realData } from '../../test/support/real-data.ts';
import { epochDay, isoDate } from '../calendar/index.ts';
import type { Market } from './market.ts';
import { openMarket } from './open-market.ts';
import { textAsOf, valueAsOf } from './value-as-of.ts';

const example = (name: string) => resolve(import.meta.dirname, '../../examples', name);

async function open(name: string, fields: string[]): Promise<Market> {
  const path = realData('djia');
  const result = await openMarket(example(name), { root: join(path!, '..'), fields });
  if ('diagnostics' in result) throw new Error(result.diagnostics.map((d) => d.message).join('\n'));
  return result.market;
}

describe.skipIf(!realData('us-listings'))('examples/us-listings (skipped where the real data is absent)', () => {
  it('holds every row of the market', async () => {
    const market = await open('us-listings', ['close', 'volume', 'market_cap', 'exchange', 'type', 'listed_fraction']);
    const count = market.counts.find((c) => c.table === 'prices')!;
    expect(count.used).toBe(count.read);
    expect(count.read).toBeGreaterThan(1_000_000);
    const at = (field: string, id: string, day: string) =>
      valueAsOf(market, market.fields.get(field)!, market.lines.index.get(id)!, epochDay(day), epochDay(day));
    const text = (field: string, id: string, day: string) =>
      textAsOf(market, market.fields.get(field)!, market.lines.index.get(id)!, epochDay(day), epochDay(day));
    expect(at('close', 'AAPL', '2021-01-29')).toBe(131.96);
    expect(at('close', 'AAPL', '2021-01-31')).toBe(131.96);
    expect(at('volume', 'AAPL', '2021-02-02')).toBe(82910342);
    expect(at('market_cap', 'AAPL', '2021-01-29')).toBe(2287835386400);
    expect(text('exchange', 'ON', '2021-02-02')).toBe('NASDAQ');
    expect(text('type', 'ON', '2021-02-02')).toBe('common');
    expect([at('listed_fraction', 'AAPL', '2021-02-02'), at('listed_fraction', 'META', '2023-01-03')]).toEqual([
      1, 0.8496,
    ]);
    const meta = ['FB', 'META'].map((id) => market.companyOf[market.lines.index.get(id)!]);
    expect(meta[0]).toBe(meta[1]);
    // Two days on which the file has some 4.8 trillion dollars.
    expect(at('market_cap', 'CSCO', '2021-03-09')).toBe(at('market_cap', 'CSCO', '2021-03-05'));
    const members = market.constituents.filter(
      (c) => c.from <= epochDay('2022-12-19') && c.until > epochDay('2022-12-19'),
    );
    expect(new Set(members.map((c) => market.companyOf[c.line])).size).toBe(100);
  });
});

describe.skipIf(!realData('djia'))('examples/dow (skipped where the real data is absent)', () => {
  it('gives the published closes from members, prices and divisors', async () => {
    const market = await open('dow', ['close', 'divisor']);
    const [close, divisor, levels] = [market.fields.get('close')!, market.fields.get('divisor')!, market.levels[0]!];
    const far: string[] = [];
    for (const [i, day] of levels.days.entries()) {
      const members = market.constituents.filter((c) => c.from <= day && day < c.until);
      expect(members).toHaveLength(30);
      const sum = members.reduce((total, c) => total + valueAsOf(market, close, c.line, day, day), 0);
      if (Math.abs(sum / valueAsOf(market, divisor, 0, day, day) - levels.values[i]!) > 0.02) far.push(isoDate(day));
    }
    expect(far).toEqual([]);
    expect(levels.days.length).toBeGreaterThan(700);
  });

  it('has the events at which the divisor changes, and a decision with its value for each', async () => {
    const market = await open('dow', ['close', 'divisor']);
    const divisor = market.fields.get('divisor')!;
    expect(
      market.actions.map((a) => [market.lines.ids[a.line], market.lines.ids[a.other!], isoDate(a.exDate)]),
    ).toEqual([
      ['MRK', 'OGN', '2021-06-03'],
      ['IBM', 'KD', '2021-11-04'],
    ]);
    const set = market.decisions.filter((d) => d.event === 'divisor');
    for (const { date, value } of set) expect(Number(value)).toBe(valueAsOf(market, divisor, 0, date, date));
    expect(set.map((d) => isoDate(d.date))).toEqual(['2021-01-29', '2021-06-03', '2021-11-04']);
  });
});
