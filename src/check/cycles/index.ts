// In: a rulebook that was read. Out: one finding for each ring of measures, rankings, sets and rules that need one
// another before any of them can be known. Never here: names that stand for nothing.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { dependencies } from './dependencies.ts';
import { once } from '../support/once.ts';
import { findRings } from './rings.ts';

const cycleCodes = { ring: 'RB1101' } as const;

/** How many of a ring are named; longer ones are told in short. */
const most = 12;

/** Checks that nothing needs itself to be known. `previous` looks at an earlier event and so never closes a ring. */
export const checkCycles = once((context: CheckContext): Diagnostic[] => {
  const nodes = dependencies(context);
  return findRings(nodes).map((ring) => {
    const shown = ring.slice(0, most);
    const words = shown.map((key) => nodes.get(key)!.words);
    if (ring.length > most) words.push(`${ring.length - most} more`);
    return {
      code: cycleCodes.ring,
      severity: 'error',
      message:
        words.length === 1
          ? `${words[0]} needs itself to be known`
          : `${words.join(', ')} need one another to be known`,
      spans: shown.map((key, i) => {
        const node = nodes.get(key)!;
        const next = ring[(i + 1) % ring.length]!;
        return context.span(node.needs.get(next) ?? node.pointer, `${node.words} needs ${nodes.get(next)!.words}`);
      }),
      why: 'none of them could be worked out first',
      help: 'Break the ring, or take the value of the event before: `previous …`',
    };
  });
});
