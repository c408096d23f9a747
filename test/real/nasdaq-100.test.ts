import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { epochDay, isoDate } from '../../src/calendar/index.ts';
import { reviewOn, runPlan } from '../../src/engine/index.ts';
import { type Market, openMarket, valueAsOf } from '../../src/market/index.ts';
import { neededFields } from '../../src/plan/needed-fields.ts';
import type { Review, Run } from '../../src/run/run.ts';
import { planOf } from '../support/plan-of.ts';
import { realData } from '../support/real-data.ts';

const here = (path: string) => resolve(import.meta.dirname, '../..', path);
const RULEBOOK = 'methodologies/nasdaq/nasdaq-100.rulebook';
const range = { from: '2021-01-29', to: '2023-12-29' };
const MINUTES = 60_000;

/** Rows of a CSV file without line breaks in cells, as cells. */
function csv(...path: string[]): string[][] {
  const text = readFileSync(realData(...path)!, 'utf8').trim();
  return text
    .split(/\r?\n/)
    .map((line) => [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map((m) => m[1]!.replaceAll('"', '')));
}

describe.skipIf(!realData('us-listings'))(
  'the Nasdaq-100 on the US market (skipped where the real data is absent)',
  () => {
    const plan = planOf(readFileSync(here(RULEBOOK), 'utf8'), RULEBOOK);
    let market: Market;
    beforeAll(async () => {
      const fields = neededFields(plan, range);
      const root = join(realData('us-listings')!, '..');
      const opened = await openMarket(here('examples/us-listings'), { root, fields, to: epochDay(range.to) });
      if ('diagnostics' in opened) throw new Error(opened.diagnostics.map((d) => d.message).join('\n'));
      market = opened.market;
    }, 3 * MINUTES);

    const companyOf = (line: number) => market.companies.ids[market.companyOf[line]!]!;
    const published = (day: string) => {
      const at = epochDay(day);
      return new Set(market.constituents.filter((c) => c.from <= at && at < c.until).map((c) => companyOf(c.line)));
    };
    const companies = (review: Review) => new Set(review.basket.map((row) => row.company));
    const capFactors = (review: Review) => new Map(review.basket.map((row) => [row.symbol, Number(row.capFactor)]));
    const value = (field: string, line: number, day: number) =>
      valueAsOf(market, market.fields.get(field)!, line, day, day);

    describe('derives the corporate actions that the listings do not have', () => {
      const members = () => new Set(market.constituents.map((c) => c.line));
      const told = (kind: string) =>
        market.actions
          .filter((a) => a.kind === kind && members().has(a.line))
          .map(
            (a) =>
              `${market.symbolOf(a.line, a.exDate)} ${isoDate(a.exDate)}${a.ratio === undefined ? '' : ` ${a.ratio}`}`,
          );

      it('every split of a company that was a member at some time, and no other', () =>
        expect(told('split')).toEqual([
          'TTD 2021-06-17 10',
          'CSGP 2021-06-28 10',
          'CSX 2021-06-29 3',
          'NVDA 2021-07-20 4',
          'ISRG 2021-10-05 3',
          'MCHP 2021-10-13 2',
          'AMZN 2022-06-06 20',
          'DXCM 2022-06-13 4',
          'FTNT 2022-06-23 5',
          'GOOG 2022-07-18 20',
          'GOOGL 2022-07-18 20',
          'TSLA 2022-08-25 3',
          'PANW 2022-09-14 3',
          'CPRT 2022-11-04 2',
          'PCAR 2023-02-08 1.5',
          'MNST 2023-03-28 2',
          'CPRT 2023-08-22 2',
        ]));
      it('members that were taken over or left the exchange', () =>
        expect(told('delisting').map((a) => a.split(' ')[0])).toEqual([
          'ALXN',
          'MXIM',
          'XLNX',
          'CERN',
          'FISV',
          'ATVI',
          'SGEN',
        ]));
      it('members that changed their symbol', () => {
        expect(told('symbol_change')).toContain('META 2022-06-09');
        expect(market.lines.index.get('FB')).toBe(market.lines.index.get('META'));
      });
    });

    describe('selects at the annual review, with the published incumbents', () => {
      const differences = (on: string) => {
        const own = companies(reviewOn(plan, market, { on, event: 'reconstitution' }));
        const theirs = published(on);
        return {
          agree: [...own].filter((c) => theirs.has(c)).length,
          onlyHere: [...own].filter((c) => !theirs.has(c)).sort(),
          onlyPublished: [...theirs].filter((c) => !own.has(c)).sort(),
        };
      };
      it.each([
        ['2021-12-20', 96, ['Affirm Holdings Inc', 'AstraZeneca PLC', 'BioNTech SE', 'Sanofi'], 'Dollar Tree Inc'],
        [
          '2022-12-19',
          95,
          ['Baidu Inc', 'BioNTech SE', 'NetEase Inc', 'Sanofi', 'Vodafone Group Plc'],
          'CoStar Group Inc',
        ],
        [
          '2023-12-18',
          93,
          ['Baidu Inc', 'JD.com Inc', 'Li Auto Inc', 'NetEase Inc', 'Ryanair Holdings plc', 'Sanofi', 'Seagen Inc'],
          'CoStar Group Inc',
        ],
      ])('on %s %i of the published 100 companies', (on, agree, onlyHere, missed) => {
        const found = differences(on);
        expect(found.agree).toBe(agree);
        expect(found.onlyHere).toEqual(onlyHere);
        expect(found.onlyPublished).toContain(missed);
        expect(found.onlyPublished).toHaveLength(100 - agree);
      });
    });

    describe('caps', () => {
      it('no company by the listings of February 2021, so that the uncapped holdings of the fund agree', () => {
        const review = reviewOn(plan, market, { on: '2021-03-22', event: 'rebalance' });
        const held = capFactors(review);
        const day = epochDay('2021-06-15');
        const raw = csv('ndx-qqq', 'QQQ_2021-06-15.csv')
          .slice(1)
          .flatMap((row) => {
            const line = market.lines.index.get(row[2]!.trim());
            if (line === undefined) return [];
            const listed =
              (value('market_cap', line, day) / value('close', line, day)) * value('listed_fraction', line, day);
            return [{ symbol: row[2]!.trim(), factor: Number(row[3]!.replaceAll(',', '')) / listed }];
          });
        expect(raw.length).toBeGreaterThan(100);
        const near = (a: number, b: number, by: number) => Math.abs(a / b - 1) <= by;
        const common = raw.toSorted((a, b) => count(b.factor) - count(a.factor))[0]!.factor;
        const agreeing = (by: number) => raw.filter((r) => near(held.get(r.symbol) ?? 0, r.factor / common, by)).length;
        expect(agreeing(0.01)).toBeGreaterThanOrEqual(75);
        expect(agreeing(0.02)).toBeGreaterThanOrEqual(85);
        // Those that the review of December 2020 had cut, one company as the other; its prices lie before the data.
        const cut = ['AMZN', 'FB', 'GOOG', 'GOOGL', 'MSFT'].map(
          (s) => raw.find((r) => r.symbol === s)!.factor / common,
        );
        for (const factor of cut) expect(factor).toBeCloseTo(cut[0]!, 2);
        expect(cut[0]).toBeLessThan(0.67);

        function count(factor: number): number {
          return raw.filter((r) => near(r.factor, factor, 0.005)).length;
        }
      });

      it('in December 2021 those that the fund had cut in the months after, and nobody else', () => {
        const held = capFactors(reviewOn(plan, market, { on: '2021-12-20', event: 'reconstitution' }));
        const cut = [...held].filter(([, factor]) => factor < 1).map(([symbol]) => symbol);
        expect(cut.sort()).toEqual(['AAPL', 'AMZN', 'FB', 'GOOG', 'GOOGL', 'MSFT', 'NVDA', 'TSLA']);
        const [names, ...rows] = csv('etf-weights-2021-2022', 'QQQ.csv');
        // A row is three to four days older than its label.
        const day = epochDay('2022-01-24');
        const row = rows.find((r) => r[0] === '01/27/2022')!;
        const implied = new Map(
          names!.slice(1).flatMap((symbol, i): [string, number][] => {
            const line = market.lines.index.get(symbol);
            const weight = Number(row[i + 1]);
            return line === undefined || !(weight > 0.5)
              ? []
              : [[symbol, weight / (value('market_cap', line, day) * value('listed_fraction', line, day))]];
          }),
        );
        const uncut = [...implied]
          .filter(([symbol]) => !cut.includes(symbol))
          .map(([, f]) => f)
          .sort((a, b) => a - b);
        const middle = uncut[uncut.length >> 1]!;
        for (const symbol of ['MSFT', 'AMZN', 'GOOGL', 'TSLA', 'FB', 'NVDA'])
          expect(Math.abs(implied.get(symbol)! / middle / held.get(symbol)! - 1), symbol).toBeLessThan(0.09);
      });

      it('by decision in July 2023 the six largest to forty percent, and Meta though below 4.5 percent', () => {
        const review = reviewOn(plan, market, { on: '2023-07-24', event: 'special' });
        expect(review.dates).toMatchObject({
          reference: '2023-07-03',
          announce: '2023-07-07',
          effective: '2023-07-24',
        });
        const weight = (...symbols: string[]) =>
          review.basket.filter((r) => symbols.includes(r.symbol)).reduce((sum, r) => sum + Number(r.weight), 0);
        expect(weight('MSFT', 'AAPL', 'GOOGL', 'GOOG', 'NVDA', 'AMZN', 'TSLA')).toBeCloseTo(0.4, 10);
        const stage = review.limits.find((l) => l.fired)!;
        expect(stage.cohort.toSorted()).toEqual(
          [
            'Alphabet Inc',
            'Amazon.com Inc',
            'Apple Inc',
            'Microsoft Corporation',
            'NVIDIA Corporation',
            'Tesla Inc',
          ].sort(),
        );
        const meta = stage.changes.find((c) => c.item === 'Meta Platforms Inc')!;
        expect(meta.how).toBe('held at others bound');
        expect(Number(meta.before)).toBeLessThan(0.045);
        expect(Number(meta.after)).toBeLessThan(Number(meta.before));
        expect(Number(meta.after)).toBeCloseTo(weight('TSLA'), 10);
        expect(
          review.basket
            .filter((r) => Number(r.capFactor) < 1)
            .map((r) => r.symbol)
            .sort(),
        ).toEqual(['AAPL', 'AMZN', 'GOOG', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA']);
        expect([review.additions, review.deletions]).toEqual([[], []]);
      });
    });

    describe('run over three years by its own reviews', () => {
      let run: Run;
      beforeAll(() => {
        run = runPlan(plan, market, range).toRun();
      }, 5 * MINUTES);

      it('follows the published level', () => {
        const published = new Map(
          csv('index-levels', 'NASDAQ100.csv')
            .slice(1)
            .map((r) => [r[0]!, Number(r[2])]),
        );
        const rows = run.levels.map((l) => ({ date: l.date, own: Number(l.price), published: published.get(l.date)! }));
        expect(rows[0]!.date <= '2021-03-22').toBe(true);
        expect(rows.at(-1)!.date).toBe('2023-12-29');
        const moves = rows.slice(1).map((row, i) => {
          const before = rows[i]!;
          return {
            date: row.date,
            own: Math.log(row.own / before.own),
            published: Math.log(row.published / before.published),
          };
        });
        // On three sessions the listings have no row at all: the level stands still, and moves by two days on the next.
        const gap = (date: string | undefined) => date !== undefined && !market.days.includes(epochDay(date));
        const fresh = moves.filter((m, i) => !gap(m.date) && !gap(moves[i - 1]?.date));
        expect(moves.length - fresh.length).toBe(6);
        expect(correlation(moves)).toBeGreaterThan(0.996);
        expect(correlation(fresh)).toBeGreaterThan(0.999);
        for (const m of fresh) expect(Math.abs(m.own - m.published), m.date).toBeLessThan(0.004);
        expect(Math.abs(rows.at(-1)!.own / rows.at(-1)!.published - 1)).toBeLessThan(0.01);
      });

      it('changes members between reviews as was published, where the data has them', () => {
        const changes = (id: string) => run.reviews.find((r) => r.id === id)!;
        expect(changes('minimum_weight 2022-01-24').deletions).toEqual(['Peloton Interactive Inc']);
        expect(changes('minimum_weight 2022-11-21').deletions).toEqual(['Okta Inc']);
        expect(changes('minimum_weight 2023-06-20').deletions).toEqual(['Rivian Automotive Inc']);
        const added = run.changes.filter((c) => c.kind === 'added').map((c) => `${c.date} ${c.line}`);
        expect(added).toContain('2021-08-27 HON');
        expect(added).toContain('2022-02-02 CEG');
      });
    });
  },
);

function correlation(moves: { own: number; published: number }[]): number {
  const mean = (of: (m: (typeof moves)[number]) => number) => moves.reduce((sum, m) => sum + of(m), 0) / moves.length;
  const [a, b] = [mean((m) => m.own), mean((m) => m.published)];
  const covariance = mean((m) => (m.own - a) * (m.published - b));
  return covariance / Math.sqrt(mean((m) => (m.own - a) ** 2) * mean((m) => (m.published - b) ** 2));
}
