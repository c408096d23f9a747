/** Something that needs others: by key, with the place where it needs them. */
export type Node = { words: string; pointer: string; needs: Map<string, string> };

/**
 * Finds rings among nodes, each node in at most one ring, each ring from its first node on in the order in which they
 * need one another.
 */
export function findRings(nodes: ReadonlyMap<string, Node>): string[][] {
  const rings: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const inRing = new Set<string>();
  for (const start of nodes.keys()) {
    if (state.has(start)) continue;
    const path: { key: string; rest: string[] }[] = [];
    const enter = (key: string) => {
      state.set(key, 'open');
      path.push({ key, rest: [...(nodes.get(key)?.needs.keys() ?? [])] });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.shift();
      if (next === undefined) {
        state.set(top.key, 'done');
        path.pop();
      } else if (state.get(next) === 'open') {
        const ring = path.slice(path.findIndex((p) => p.key === next)).map((p) => p.key);
        if (!ring.some((key) => inRing.has(key))) rings.push(ring);
        for (const key of ring) inRing.add(key);
      } else if (!state.has(next) && nodes.has(next)) enter(next);
    }
  }
  return rings;
}
