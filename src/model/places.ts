/** Offsets in the file, end exclusive. */
export type Place = { start: number; end: number };
/**
 * Where nodes of the model stand in the text they were read from, and where those of their parts stand that are no
 * nodes.
 */
export type Places = Map<object, Place & { parts?: Record<string, Place> }>;
