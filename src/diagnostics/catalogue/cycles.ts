import type { CatalogueEntry } from './entry.ts';

/** Findings about rules that need one another. */
export const cyclesCatalogue: readonly CatalogueEntry[] = [
  {
    code: 'RB1101',
    title: 'rules that need one another to be known',
    why: 'In a ring of measures, rankings and sets none could be worked out first.',
    help: 'Break the ring, or take the value of the event before with `previous`.',
    failing: 'fields\n  cap of company: USD\n\nmeasures\n  a = b + cap\n  b = a - cap\n',
    passing: 'fields\n  cap of company: USD\n\nmeasures\n  a = previous b + cap\n  b = a - cap\n',
  },
];
