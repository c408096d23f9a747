/**
 * A ranking as it came out: entities in order (all groups one after the other, groups by name), the rank of each
 * entity (NaN: none), and where each group starts (`starts[g]` to `starts[g + 1]`; one group without `within`).
 */
export type Ranked = {
  of: 'line' | 'company';
  order: Int32Array;
  ranks: Float64Array;
  starts: number[];
  /** For each entity, its place in `order` (−1: unranked). */
  places: Int32Array;
  /** For each entity, its group's place in `starts` (−1: unranked). */
  groups: Int32Array;
};
