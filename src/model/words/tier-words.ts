import type { TierStep } from '../selection.ts';
import { comma } from './breaks.ts';
import { part, type Say } from './say.ts';

/** A step of a selection in words: `keep constituents ranked 76 to 100`. */
export function tierWords<E, M>(tier: TierStep<E, M>, say: Say<E>, measure: (m: M) => string): string {
  const { action, who, ranks, where, reach, upTo, atMost, membership } = tier;
  const within = part(tier.within, (group) => ` within ${group}`);
  switch (action) {
    case 'decided':
      return 'decided';
    case 'balance':
      return `balance${within}${part(upTo, (e) => ` to ${say.value(e)}`)}`;
    case 'fill': {
      const total = part(upTo, (e) => ` to ${where === undefined ? say.value(e) : say.beforeWhere(e)}`);
      return `fill${part(who, (w) => ` with ${w}`)}${within}${total}${part(where, (e) => ` where ${say.whole(e)}`)}`;
    }
    case 'take':
    case 'keep':
    case 'drop':
      return [
        `${action}${action === 'keep' ? ' constituents' : part(who, (w) => ` ${w}`)}`,
        part(ranks, ({ from, to }) => ` ranked ${from} ${to === undefined ? 'or worse' : `to ${to}`}`),
        within,
        part(where, (e) => ` where ${say.whole(e)}`),
        part(reach, (r) => ` until ${measure(r.measure)} ${reachWords[r.mode]} ${say.value(r.target)}`),
        part(upTo, (e) => `${comma}up to ${say.value(e)}`),
        part(atMost, (e) => `${comma}at most ${say.value(e)}`),
        part(membership, (e) => `${comma}with membership ${say.value(e)}`),
      ].join('');
    default:
      return action satisfies never;
  }
}

const reachWords = { reaches: 'reaches', 'stays below': 'stays below', 'closest to': 'is closest to' };
