import type { Command } from './command.ts';

/** Every verb, what it does, and where it is; a verb is loaded only when it is called. */
export const verbs: Record<string, { summary: string; load: () => Promise<{ command: Command }> }> = {
  check: { summary: 'find what is wrong with rulebooks', load: () => import('./verbs/check.ts') },
  fmt: { summary: 'write rulebooks in canonical form', load: () => import('./verbs/fmt.ts') },
  convert: { summary: 'turn a rulebook into text, YAML or JSON', load: () => import('./verbs/convert.ts') },
  plan: { summary: 'show the executable plan and its hash', load: () => import('./verbs/plan.ts') },
  calendar: { summary: 'list every event with its dates', load: () => import('./verbs/calendar.ts') },
  run: { summary: 'evaluate a rulebook on market data', load: () => import('./verbs/run.ts') },
  review: { summary: 'show one review: who, how much, and why', load: () => import('./verbs/review.ts') },
  explain: { summary: 'explain a security at a review, or a finding', load: () => import('./verbs/explain.ts') },
  new: { summary: 'start a rulebook, a data set and a case', load: () => import('./verbs/new.ts') },
};
