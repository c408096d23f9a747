import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reviewOn } from '../../src/engine/index.ts';
import { neededFields } from '../../src/plan/index.ts';
import { type Market, OPEN_END, openMarket } from '../../src/market/index.ts';
import { referenceReview } from '../../src/reference/index.ts';
import { realData } from '../support/real-data.ts';
import { planFrom } from './generated-case.ts';
import { random } from './random.ts';

const root = realData();
const house = join(import.meta.dirname, '../..');
/** One company in so many takes part, since the reference is slow; 1 for all of them. */
const oneIn = Number(process.env.RULEBOOK_REAL_ONE_IN ?? 40);

/** The market as if only some companies, chosen by a seed, and those of the index were listed. */
function fewer(market: Market, seed: number): Market {
  const r = random(seed);
  const members = new Set(market.constituents.map((c) => market.companyOf[c.line]!));
  const kept = market.companies.ids.map((_, company) => oneIn <= 1 || r.int(1, members.has(company) ? 4 : oneIn) === 1);
  const listedFrom = market.listedFrom.map((day, line) => (kept[market.companyOf[line]!] === true ? day : OPEN_END));
  const constituents = market.constituents.filter((c) => kept[market.companyOf[c.line]!] === true);
  return { ...market, listedFrom, constituents };
}

test.skipIf(root === undefined)(
  'a Nasdaq-100 review of some real companies is that of the reference (skipped where the real data is absent)',
  { timeout: 600_000 },
  async () => {
    const file = join(house, 'methodologies/nasdaq/nasdaq-100.rulebook');
    const { plan, diagnostics } = planFrom(readFileSync(file, 'utf8'), file);
    if (plan === undefined) throw new Error(JSON.stringify(diagnostics));
    const data = await openMarket(join(house, 'examples/us-listings'), { root: root!, fields: neededFields(plan) });
    if (!('market' in data)) throw new Error(JSON.stringify(data.diagnostics));
    const market = fewer(data.market, 20_231_218);
    const options = { on: '2023-12-18', decisions: 'none' as const };
    const expected = referenceReview(plan, market, options);
    expect(expected.basket.length).toBeGreaterThan(10);
    expect(reviewOn(plan, market, options)).toEqual(expected);
    expect(reviewOn(plan, market, { ...options, exact: true })).toEqual(expected);
  },
);
