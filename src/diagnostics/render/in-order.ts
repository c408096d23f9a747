import type { Diagnostic } from '../diagnostic.ts';

/**
 * Findings by file and place, then by code, each once. Those without a place come first; of one place the errors do.
 */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics
    .filter((d) => {
      const key = JSON.stringify([d.code, d.message, d.spans]);
      return seen.has(key) ? false : seen.add(key) !== undefined;
    })
    .map((d, index) => ({ d, index }))
    .sort((a, b) => compare(a.d, b.d) || a.index - b.index)
    .map(({ d }) => d);
}

const gravity = { error: 0, warning: 1, info: 2 } as const;

function compare(a: Diagnostic, b: Diagnostic): number {
  const [first, second] = [a.spans[0], b.spans[0]];
  const byFile = text(first?.file ?? '', second?.file ?? '');
  if (byFile !== 0) return byFile;
  const byPlace = (first?.start ?? first?.row ?? -1) - (second?.start ?? second?.row ?? -1);
  if (byPlace !== 0) return byPlace;
  return gravity[a.severity] - gravity[b.severity] || text(a.code, b.code);
}

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
