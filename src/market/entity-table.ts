import type { EntityTable } from './market.ts';

/** Puts identifiers into canonical order (by code unit, each once). */
export function entityTable(ids: Iterable<string>): EntityTable {
  const sorted = [...new Set(ids)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return { ids: sorted, index: new Map(sorted.map((id, i) => [id, i])) };
}
