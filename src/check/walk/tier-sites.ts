import type { Tier } from '../../model/selection.ts';
import { ruleSites } from './rule-sites.ts';
import type { Site } from './site.ts';

/** The expressions of one step of a selection of lines or companies (`of`). */
export function tierSites(tier: Tier, pointer: string, of: string): Site[] {
  return ruleSites(pointer, tier.name, of, (put) => {
    const total = tier.within === undefined ? 'all' : tier.within;
    put('/where', tier.where, 'the condition', 'yes/no', of);
    if (tier.reach !== undefined) {
      put('/reach/measure', { kind: 'name', name: tier.reach.measure }, 'the measure', 'amount', of);
      put('/reach/target', tier.reach.target, 'the target', 'amount', total);
    }
    put('/upTo', tier.upTo, 'the total', 'count', total);
    put('/atMost', tier.atMost, 'the most that are added', 'count', total);
    put('/membership', tier.membership, 'the membership', 'number', of);
  });
}
