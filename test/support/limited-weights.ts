import type { PlanLimit } from '../../src/plan/plan-limit.ts';
import type { Plan, PlanLimits } from '../../src/plan/plan.ts';
import type { Review } from '../../src/run/run.ts';
import type { Market } from '../../src/market/index.ts';
import { field } from './expressions.ts';
import { onDates, plan, rule } from './plan-builder.ts';
import { tinyMarket } from './tiny-market.ts';

type Block = Partial<Omit<PlanLimits, 'stages'>> & {
  stages: (Partial<PlanLimit> & Pick<PlanLimit, 'action'>)[];
};

/** A market and a plan whose only review, on 2024-01-03, gives the lines these weights before limits (in any unit). */
export function limitedPlan(weights: Record<string, number>, ...blocks: Block[]): { plan: Plan; market: Market } {
  const lines = Object.keys(weights);
  const market = tinyMarket({
    days: ['2024-01-02', '2024-01-03'],
    lines: lines.map((id) => ({ line: id, company: id.split('/')[0]! })),
    close: Object.fromEntries(lines.map((id) => [id, [10, 10]])),
    fields: { size: { values: weights } },
  });
  return {
    market,
    plan: plan({
      selections: [
        { ...rule('all'), set: 'constituents', of: 'line', tiers: [{ ...rule('everyone'), action: 'take' }] },
      ],
      weightings: [{ ...rule('size'), of: 'line', method: 'by', value: field('size') }],
      limits: blocks.map((block, b) => ({
        ...rule(`block ${b + 1}`),
        of: 'line',
        untilStable: false,
        infeasible: 'fail',
        ...block,
        stages: block.stages.map((stage, s) => ({
          ...rule(`stage ${s + 1}`),
          cohort: { kind: 'all' },
          trigger: { kind: 'always' },
          ...stage,
        })),
      })),
      events: onDates('review', { '2024-01-03': '2024-01-02' }),
    }),
  };
}

/** Weights of a review by line, in percent. */
export function percents(review: Review): Record<string, number> {
  return Object.fromEntries(review.basket.map((row) => [row.line, Number(row.weight) * 100]));
}
