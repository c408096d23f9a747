import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { membersTable } from '../../examples/sp500-equal-weight/make-members.ts';
import { runPlan } from '../../src/engine/index.ts';
import { type Market, openMarket } from '../../src/market/index.ts';
import { neededFields } from '../../src/plan/needed-fields.ts';
import { referenceRun } from '../../src/reference/index.ts';
import type { Run } from '../../src/run/run.ts';
import { planOf } from '../support/plan-of.ts';
import { realData } from '../support/real-data.ts';

const root = resolve(import.meta.dirname, '../..');
const rulebook = readFileSync(join(root, 'methodologies/sp-dow-jones/sp-500-equal-weight.rulebook'), 'utf8');
const range = { from: '2021-09-20', to: '2021-12-10' };

/** The plan with an event that only looks at the weights of each close. */
function watched(text: string) {
  const watch =
    '  watch: daily\n    reference: trading day before effective\n    effective: trading day on or after day\n';
  return planOf(text.replace('\nmaintenance\n', `${watch}\nmaintenance\n`));
}

/** Weights in percent by symbol, by the day at whose close they stood. */
function weightsByDay(run: Run): Map<string, Map<string, number>> {
  const looks = run.reviews.filter((review) => review.event === 'watch');
  return new Map(
    looks.map((r) => [r.dates.reference!, new Map(r.basket.map((b) => [b.symbol, Number(b.weight) * 100]))]),
  );
}

type Holdings = { label: string; weights: Map<string, number> };

/** The days of a wide table of holdings, without those that only repeat the day before. */
function holdingsOf(csv: string): Holdings[] {
  const [head = '', ...rows] = csv.trim().split(/\r?\n/);
  const symbols = head.split(',').map((symbol) => symbol.replace('.', '/'));
  const fresh = rows.filter((row, i) => row.slice(10) !== rows[i - 1]?.slice(10));
  return fresh.map((row) => {
    const cells = row.split(',');
    const [month, day, year] = cells[0]!.split('/');
    const weights = symbols.map((symbol, i) => [symbol, Number(cells[i])] as const).slice(1);
    return {
      label: `${year}-${month}-${day}`,
      weights: new Map(weights.filter(([symbol, weight]) => symbol !== 'SUM' && weight > 0)),
    };
  });
}

type Fit = { label: string; close: string; mean: number; worst: number; symbol: string; compared: number };

/** The fit of the fund's weights with those of a close some days before the label: of one to four, the day that fits best. */
function fitOf(ours: Map<string, Map<string, number>>, { label, weights }: Holdings): Fit {
  const closes = [...ours.keys()].filter((day) => day < label).slice(-4);
  const fits = closes.map((close): Fit => {
    const at = ours.get(close)!;
    const apart = [...weights]
      .filter(([symbol]) => at.has(symbol))
      .map(([symbol, weight]) => ({ symbol, far: Math.abs(at.get(symbol)! - weight) }))
      .toSorted((a, b) => b.far - a.far);
    const mean = apart.reduce((sum, { far }) => sum + far, 0) / apart.length;
    return { label, close, mean, worst: apart[0]!.far, symbol: apart[0]!.symbol, compared: apart.length };
  });
  return fits.toSorted((a, b) => a.mean - b.mean)[0]!;
}

const needed = realData('etf-weights-2021-2022', 'RSP.csv') && realData('us-listings', '2021.parquet');

describe.skipIf(!needed)('the equal-weight index in autumn 2021 (skipped where the real data is absent)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rulebook-equal-weight-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const plan = watched(rulebook);
  let market: Market;
  let run: Run;
  let fits: Fit[];
  let holdings: Holdings[];

  const fitted = (of: Run, some = holdings) => {
    const weights = weightsByDay(of);
    return some.map((day) => fitOf(weights, day));
  };

  beforeAll(async () => {
    const csv = readFileSync(realData('etf-weights-2021-2022', 'RSP.csv')!, 'utf8');
    cpSync(join(root, 'examples/sp500-equal-weight'), folder, { recursive: true });
    writeFileSync(join(folder, 'members.csv'), membersTable(csv));
    const fields = neededFields(plan, range);
    const opened = await openMarket(folder, { root: join(realData('us-listings')!, '..'), fields });
    if ('diagnostics' in opened) throw new Error(opened.diagnostics.map((d) => d.message).join('\n'));
    market = opened.market;
    run = runPlan(plan, market, range).toRun();
    // The first row of the quarter that is surely later than the rebalance, to the last before the next change that the data lack.
    holdings = holdingsOf(csv).filter(({ label }) => label >= '2021-09-23' && label <= '2021-12-10');
    fits = fitted(run);
  }, 120_000);

  it('gives each company the same weight at the prices of the second Friday', () => {
    const rebalance = run.reviews.find((r) => r.event === 'rebalance')!;
    expect(rebalance.dates).toMatchObject({ reference: '2021-09-10', effective: '2021-09-20' });
    const companies = new Map<string, number>();
    for (const { company, weight } of rebalance.basket)
      companies.set(company, (companies.get(company) ?? 0) + Number(weight));
    expect(companies.size).toBeGreaterThan(490);
    expect(companies.size).toBeLessThan(505);
    for (const weight of companies.values()) expect(weight).toBeCloseTo(1 / companies.size, 10);
  });

  it('finds all of the fund near 0.2% after the rebalance', () => {
    const first = holdings[0]!.weights;
    expect(first.size).toBe(200);
    expect(Math.min(...first.values())).toBeGreaterThanOrEqual(0.2);
    expect(Math.max(...first.values())).toBeLessThanOrEqual(0.24);
  });

  it('drifts as the weights of the fund do, to their second decimal, on every day of the quarter', () => {
    expect(fits.length).toBeGreaterThan(40);
    expect(fits.filter(({ worst }) => worst >= 0.015)).toEqual([]);
    expect(fits.filter(({ mean }) => mean >= 0.0035)).toEqual([]);
    expect(fits.filter(({ compared }) => compared < 195)).toEqual([]);
  });

  it('fits far worse with the prices of the third Friday, so that the second is the one', () => {
    const later = watched(rulebook.replace('on or before 2nd Friday', 'on or before 3rd Friday'));
    const some = holdings.slice(0, 8);
    const others = fitted(runPlan(later, market, { ...range, to: '2021-10-05' }).toRun(), some);
    const mean = (of: Fit[]) => of.reduce((sum, fit) => sum + fit.mean, 0) / of.length;
    expect(mean(others)).toBeGreaterThan(1.5 * mean(fits.slice(0, 8)));
  });

  it('takes CTRA in at the weight of COG when it leaves', () => {
    const changes = run.changes.filter((c) => c.policy === 'replacements');
    expect(changes.map((c) => [c.date, c.kind, c.line])).toEqual([['2021-10-05', 'removed', 'COG']]);
    const [before, after] = ['2021-10-01', '2021-10-05'].map((day) => weightsByDay(run).get(day)!);
    expect(after!.get('CTRA')! / before!.get('COG')!).toBeGreaterThan(0.9);
    expect(after!.get('CTRA')! / before!.get('COG')!).toBeLessThan(1.1);
  });

  it('comes out alike by the reference', { timeout: 120_000 }, () => {
    const short = { from: '2021-09-20', to: '2021-10-08' };
    const alone = planOf(rulebook);
    const found = runPlan(alone, market, short).toRun();
    const expected = referenceRun(alone, market, short);
    expect({ ...found, warnings: [] }).toEqual({ ...expected, warnings: [] });
    expect(found.warnings).toHaveLength(expected.warnings.length);
  });
});
