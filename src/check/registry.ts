import type { Check } from './check.ts';

/** Every check that runs on a rulebook, in the order their findings are told. */
export const checks: readonly Check[] = [];
