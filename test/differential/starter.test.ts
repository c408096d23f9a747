import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runPlan } from '../../src/engine/index.ts';
import { openMarket } from '../../src/market/index.ts';
import { referenceRun } from '../../src/reference/index.ts';
import { planFrom } from './generated-case.ts';

const folder = join(import.meta.dirname, '../../examples/starter');

test.each([
  ['leaders-50', '2022-06-17'],
  ['even-dividend-40', '2022-05-20'],
])('the whole run of %s is that of the reference', { timeout: 300_000 }, async (name, from) => {
  const { plan } = planFrom(readFileSync(join(folder, `${name}.rulebook`), 'utf8'), `${name}.rulebook`);
  if (plan === undefined) throw new Error(`${name} has errors`);
  const data = await openMarket(folder, { fields: plan.fields.map((field) => field.name) });
  if (!('market' in data)) throw new Error(JSON.stringify(data.diagnostics));
  const options = { from, to: '2024-12-31', decisions: 'none' as const };
  const expected = referenceRun(plan, data.market, options);
  expect(runPlan(plan, data.market, options).toRun()).toEqual(expected);
  expect(runPlan(plan, data.market, { ...options, exact: true }).toRun()).toEqual(expected);
});
