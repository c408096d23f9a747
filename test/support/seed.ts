import fc from 'fast-check';

/**
 * Generated tests try the same cases everywhere, so that a change and not chance makes them fail; `RULEBOOK_FRESH=1` tries new ones.
 * A failure prints its seed either way.
 */
const fixed = 20_261_122;
if (process.env.RULEBOOK_FRESH === undefined) fc.configureGlobal({ seed: fixed });
