import type { Span } from '../diagnostic.ts';

const most = 4;

/** The places of a finding that people are shown, and how many more there are: of those with one label that are many the first ones. */
export function shownSpans(spans: readonly Span[]): { shown: readonly Span[]; left: number } {
  const all = new Map<string, number>();
  for (const { label = '' } of spans) all.set(label, (all.get(label) ?? 0) + 1);
  const before = new Map<string, number>();
  const shown = spans.filter(({ label = '' }) => {
    const nth = (before.get(label) ?? 0) + 1;
    before.set(label, nth);
    return all.get(label)! <= most || nth < most;
  });
  return { shown, left: spans.length - shown.length };
}
