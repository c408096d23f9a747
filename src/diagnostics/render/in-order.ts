import type { Diagnostic } from '../diagnostic.ts';

/**
 * Findings by file, each once: what could not be read, from which other findings may follow, then the other errors,
 * warnings and notes; each by place, then by code. Those without a place come first.
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
  const byGravity = gravity[a.severity] - gravity[b.severity] || Number(isRead(a)) - Number(isRead(b));
  if (byGravity !== 0) return byGravity;
  const byPlace = (first?.start ?? first?.row ?? -1) - (second?.start ?? second?.row ?? -1);
  if (byPlace !== 0) return byPlace;
  return text(a.code, b.code);
}

/** Whether a finding is about what could be read. */
function isRead(d: Diagnostic): boolean {
  return !/^RB0\d{3}$/.test(d.code);
}

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
