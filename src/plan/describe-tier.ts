import type { PlanTier } from './plan.ts';
import { printAsWritten as say } from './print-expression.ts';

/** A step of a selection in words: `keep constituents ranked 76 to 100`. */
export function describeTier(tier: PlanTier): string {
  if (tier.action === 'decided') return 'decided';
  const ranks =
    tier.ranks === undefined
      ? ''
      : ` ranked ${tier.ranks.from} ${tier.ranks.to === undefined ? 'or worse' : `to ${tier.ranks.to}`}`;
  const total = tier.action === 'fill' || tier.action === 'balance';
  const who =
    tier.action === 'keep' ? ' constituents' : tier.who === undefined ? '' : `${total ? ' with' : ''} ${tier.who}`;
  return [
    `${tier.action}${who}${ranks}`,
    tier.within === undefined ? '' : ` within ${tier.within}`,
    total && tier.upTo !== undefined ? ` to ${say(tier.upTo)}` : '',
    tier.where === undefined ? '' : ` where ${say(tier.where)}`,
    tier.reach === undefined
      ? ''
      : ` until ${say(tier.reach.measure)} ${tier.reach.mode === 'closest to' ? 'is closest to' : tier.reach.mode} ${say(tier.reach.target)}`,
    !total && tier.upTo !== undefined ? `, up to ${say(tier.upTo)}` : '',
    tier.atMost === undefined ? '' : `, at most ${say(tier.atMost)}`,
    tier.membership === undefined ? '' : `, with membership ${say(tier.membership)}`,
  ].join('');
}
