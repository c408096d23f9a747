import type { LimitRule } from '../../model/limit.ts';
import { ruleSites } from './rule-sites.ts';
import type { Site } from './site.ts';

/**
 * The expressions of one stage of limits on the weights of a domain (`of`). Bounds may differ from item to item, totals
 * may not.
 */
export function limitSites(rule: LimitRule, pointer: string, of: string): Site[] {
  return ruleSites(pointer, rule.name, of, (put) => {
    if (rule.cohort.kind === 'above')
      put('/cohort/threshold', rule.cohort.threshold, 'the threshold', 'ratio', of, true);
    if (rule.cohort.kind === 'where')
      put('/cohort/condition', rule.cohort.condition, 'the condition', 'yes/no', of, true);
    const { trigger, action } = rule;
    if (trigger.kind === 'any' || trigger.kind === 'any below')
      put('/trigger/bound', trigger.bound, 'the bound of the trigger', 'ratio', of, true);
    if (trigger.kind === 'total')
      put('/trigger/bound', trigger.bound, 'the bound of the trigger', 'ratio', 'all', true);
    switch (action.kind) {
      case 'cap':
      case 'floor':
        put('/action/bound', action.bound, 'the bound', 'ratio', of, true);
        break;
      case 'scale':
        put('/action/target', action.target, 'the target', 'ratio', 'all', true);
        break;
      case 'set':
        put('/action/value', action.value, 'the weight', 'ratio', of, true);
        break;
      case 'reduce':
        put('/action/bound', action.bound, 'the bound', 'ratio', of, true);
        put('/action/target', action.target, 'the target', 'ratio', 'all', true);
        break;
      case 'toward':
        put('/action/anchor', action.anchor, 'the anchor', 'ratio', 'all', true);
        put('/action/target', action.target, 'the target', 'ratio', 'all', true);
        put('/action/above', action.above, 'the threshold', 'ratio', 'all', true);
        break;
      default:
        action satisfies never;
    }
    put('/others', rule.others, 'the bound of the others', 'ratio', of, true);
  });
}
