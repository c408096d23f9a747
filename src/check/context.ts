import type { Span } from '../diagnostics/index.ts';
import type { Rulebook } from '../model/rulebook.ts';

/** Where each node of a rulebook stands in its file, by JSON pointer (`/sections/3/rules/1/everyone`). Offsets, end exclusive. */
export type SourceMap = ReadonlyMap<string, { start: number; end: number }>;

/**
 * What a check looks at. `today` (ISO date) is given by the caller, never read from the clock; checks that need it do nothing
 * without it. `span` gives the place of a pointer, or of the nearest node around it that has one.
 */
export type CheckContext = {
  rulebook: Rulebook;
  sourceMap: SourceMap;
  file: string;
  today?: string;
  span: (pointer: string, label?: string) => Span;
};

/** Makes what checks look at. */
export function checkContext(rulebook: Rulebook, sourceMap: SourceMap, file: string, today?: string): CheckContext {
  const span = (pointer: string, label?: string): Span => {
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const found = sourceMap.get(at);
      if (found !== undefined) return { file, start: found.start, end: found.end, ...(label === undefined ? {} : { label }) };
      if (at === '') return { file, ...(label === undefined ? {} : { label }) };
    }
  };
  return { rulebook, sourceMap, file, span, ...(today === undefined ? {} : { today }) };
}
