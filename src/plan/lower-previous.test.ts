import { expect, it } from 'vitest';
import { planOf, smallRulebook } from '../../test/support/plan-of.ts';
import type { PlanExpression } from './expression.ts';

const rulebook = (measures: string) =>
  smallRulebook(`fields
  close of line: USD per share
  industry of line: text

universe
  lines
  group sector by industry

measures
${measures}

schedule
  review: in March
    reference: last trading day of February
    effective: 3rd Friday of March
`);

function previousIn(e: PlanExpression): string[] {
  const own = e.op === 'previous' ? [e.domain, e.value.domain] : [];
  return [...own, ...Object.values(e).flatMap((part) => (isExpression(part) ? previousIn(part) : []))];
}

function isExpression(part: unknown): part is PlanExpression {
  return typeof part === 'object' && part !== null && 'op' in part;
}

it.each([
  ['line', '  steps = (previous steps otherwise 1) - (if close > 5 USD per share then 0.1 else 0)'],
  [
    'line',
    '  steps = (if close > 5 USD per share then 0.1 else 0) + (previous other otherwise 1)\n  other = 2 * (previous steps otherwise 1)',
  ],
  ['sector', '  steps = (previous steps otherwise 1) - (sum of 1 over sector)'],
  ['all', '  steps = (previous steps otherwise 1) + 1'],
])('the earlier value of a measure is one per %s, as the measure is', (domain, measures) => {
  const plan = planOf(rulebook(measures));
  for (const measure of plan.measures) {
    expect(measure.domain).toBe(domain);
    expect(previousIn(measure.value)).toEqual([domain, domain]);
  }
});
