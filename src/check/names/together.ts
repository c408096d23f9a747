import type { Diagnostic } from '../../diagnostics/index.ts';

/**
 * Findings that say the same of several places as one, which names all of the places: a name that is declared nowhere
 * is one mistake.
 */
export function together(findings: readonly Diagnostic[]): Diagnostic[] {
  const all = new Map<string, Diagnostic>();
  for (const d of findings) {
    const key = `${d.code} ${d.message} ${d.help}`;
    const first = all.get(key);
    all.set(key, first === undefined ? d : { ...first, spans: [...first.spans, ...d.spans] });
  }
  return [...all.values()];
}
