import { isoDate } from '../calendar/index.ts';
import type { Decision, Market } from '../market/index.ts';
import type { World } from './context.ts';
import { type Decimal, decimal } from './decimal.ts';
import { problem } from './problem.ts';

/** The divisor that a decision sets after one index day, up to the next; of several the latest. */
export function decidedDivisor({ market }: World, before: number, day: number): Decimal | undefined {
  const decision = divisorDecision(market, before, day);
  if (decision === undefined) return undefined;
  const { action, field, value = '' } = decision;
  const text = value.trim();
  if (action === 'set' && field === 'divisor' && /^\d+(\.\d+)?$/.test(text) && decimal(text).gt(0))
    return decimal(text);
  throw problem(
    'badDivisor',
    `the decision about the divisor on ${isoDate(decision.date)} says \`${[action, field, value].join(' ').trim()}\``,
  );
}

export function divisorDecision({ decisions }: Market, before: number, day: number): Decision | undefined {
  return decisions.findLast((d) => d.event === 'divisor' && before < d.date && d.date <= day);
}
