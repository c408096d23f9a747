import type { Io } from './io.ts';

/**
 * How the command line was called, to stand before a verb in what people are told to type: in a checkout by npm, else
 * by its own name.
 */
export function calledAs({ env }: Pick<Io, 'env'>): string {
  return env.npm_lifecycle_event === 'rulebook' || env.npm_lifecycle_event === 'start'
    ? 'npm run -s rulebook --'
    : 'rulebook';
}
