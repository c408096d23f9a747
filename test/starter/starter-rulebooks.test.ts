import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCalendars, openMarket } from '../../src/market/index.ts';
import { checkAndLower } from '../../src/plan/compile.ts';
import { referenceReview, referenceRun } from '../../src/reference/index.ts';
import { readRulebook } from '../../src/syntax/index.ts';

const folder = join(import.meta.dirname, '../../examples/starter');

const own = await openCalendars(folder);
if ('diagnostics' in own) throw new Error(JSON.stringify(own.diagnostics));
const { calendars } = own;

function compiled(name: string) {
  const file = join(folder, `${name}.rulebook`);
  const { rulebook, sourceMap, diagnostics } = readRulebook(readFileSync(file), file);
  if (rulebook === undefined) throw new Error(JSON.stringify(diagnostics));
  const checked = checkAndLower(rulebook, sourceMap, file, '2025-01-01', calendars);
  return { plan: checked.plan, diagnostics: [...diagnostics, ...checked.diagnostics] };
}

async function opened(name: string) {
  const { plan, diagnostics } = compiled(name);
  if (plan === undefined) throw new Error(JSON.stringify(diagnostics));
  const data = await openMarket(folder, { fields: plan.fields.map((field) => field.name) });
  if (!('market' in data)) throw new Error(JSON.stringify(data.diagnostics));
  return { plan, market: data.market };
}

async function reviewOf(name: string, on: string) {
  const { plan, market } = await opened(name);
  return referenceReview(plan, market, { on });
}

const weightOf = (basket: { company: string; weight: string }[], company: string) =>
  basket.filter((row) => row.company === company).reduce((sum, row) => sum + Number(row.weight), 0);

describe('the starter rulebooks', () => {
  it.each(['leaders-50', 'even-dividend-40'])('%s has no finding', (name) => {
    expect(compiled(name).diagnostics).toEqual([]);
  });

  it('begin from the published members and bring the large down to the limits', async () => {
    const review = await reviewOf('leaders-50', '2022-06-20');
    expect(review.incumbents).toBe('published constituents');
    expect(new Set(review.basket.map((row) => row.company)).size).toBe(50);
    expect(review.limits.filter((trace) => trace.fired).map((trace) => trace.stage)).toEqual(['single', 'aggregate']);
    for (const row of review.basket) expect(weightOf(review.basket, row.company)).toBeLessThanOrEqual(0.1);
  });

  it('let the committee cut the company that has grown', async () => {
    const review = await reviewOf('leaders-50', '2024-02-12');
    expect(review.dates).toEqual({ reference: '2024-02-02', announce: '2024-02-05', effective: '2024-02-12' });
    expect(review.additions).toEqual([]);
    expect(Number(review.limits[0]?.observed)).toBeGreaterThan(0.12);
    expect(weightOf(review.basket, 'N004')).toBeLessThanOrEqual(0.1);
  });

  it('weigh companies equally, less where an industry is too large', async () => {
    const { basket } = await reviewOf('even-dividend-40', '2022-05-23');
    const counts = new Map<string, number>();
    for (const company of new Set(basket.map((row) => row.company))) {
      const weight = weightOf(basket, company).toFixed(6);
      counts.set(weight, (counts.get(weight) ?? 0) + 1);
    }
    // Two industries of seven are cut to 15 % each, one of six is held there, and twenty companies share the rest.
    expect(Object.fromEntries(counts)).toEqual({ '0.021429': 14, '0.025000': 6, '0.027500': 20 });
  });

  it('come to the levels that the README tells', async () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const [name, id, from] of [
      ['leaders-50', 'LEADERS50', '2022-06-17'],
      ['even-dividend-40', 'EVENDIV40', '2022-05-20'],
    ] as const) {
      const { plan, market } = await opened(name);
      const run = referenceRun(plan, market, { from, to: '2024-12-31', decisions: 'none' });
      const { price, total, net } = run.levels.at(-1)!;
      const told = [price, total, net].map((level) => level?.replace(/^1/, '1,')).join(' | ');
      expect(readme).toContain(`| ${id}, from ${from} | ${told} |`);
      expect(run.warnings).toEqual([]);
      if (id === 'LEADERS50') {
        const kinds = new Set(run.changes.map((change) => change.kind));
        for (const kind of [
          'split',
          'stock dividend',
          'rights',
          'special dividend',
          'spin-off',
          'cash merger',
          'stock merger',
          'delisting',
          'suspension',
          'share change',
          'symbol change',
        ])
          expect(kinds, kind).toContain(kind);
      }
    }
  });
});
