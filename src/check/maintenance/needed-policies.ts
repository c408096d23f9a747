import type { Occasion } from '../../model/policy.ts';
import type { Rulebook } from '../../model/rulebook.ts';
import { usualPolicies } from '../../model/usual-policies.ts';

/** An occasion that a run cannot pass without a policy, with a sentence that would be one. */
export type NeededPolicy = { on: Occasion; sentence: string };

const always: readonly Occasion[] = [
  'split',
  'stock dividend',
  'special dividend',
  'rights',
  'spin-off',
  'cash merger',
  'stock merger',
  'delisting',
  'suspension',
  'share change',
];

/** The occasions that need a policy. A price index passes cash dividends over, and a new symbol changes nothing in any index. */
export function neededPolicies(rulebook: Rulebook): readonly NeededPolicy[] {
  const needed: readonly Occasion[] = publishesDividends(rulebook) ? ['cash dividend', ...always] : always;
  return needed.map((on) => ({ on, sentence: usualPolicies[on] }));
}

/** Whether dividends are part of a return that the index publishes. */
export function publishesDividends(rulebook: Rulebook): boolean {
  return rulebook.sections.some((s) => s.section === 'level' && s.variants.some((v) => v.kind !== 'price'));
}
