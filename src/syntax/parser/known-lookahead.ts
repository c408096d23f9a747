import type { LookaheadTable } from './lookahead-table.ts';

/**
 * What each choice of the grammar looks ahead to, where it was worked out beforehand, as the bundle does: that takes
 * longer than reading a rulebook. From the sources it is worked out at each start, and cannot be out of date.
 */
export const knownLookahead: LookaheadTable | undefined = undefined;
