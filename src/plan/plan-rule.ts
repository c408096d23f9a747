/**
 * What every rule of a plan carries: its name, its validity (ISO dates, both included, absent: unbounded) and where it
 * stands in the rulebook (JSON pointer into the model; not part of the content hash).
 */
export type PlanRule = { name: string; from?: string; until?: string; pointer: string };
/** Rules that run only at these events; absent: at every one. */
export type AtEvents = { at?: string[] };
