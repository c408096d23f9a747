import type { OwnCalendars } from '../calendar/index.ts';
import type { Span } from '../diagnostics/index.ts';
import type { Rulebook } from '../model/rulebook.ts';
import { type SourceMap, spanOf } from '../model/source-map.ts';

export type { SourceMap };

/**
 * What a check looks at. `today` (ISO date) is given by the caller, never read from the clock; checks that need it do
 * nothing without it. `calendars` are those of the data set that the rulebook is checked against,
 * absent where there is none. `span` gives the place of a pointer, or of the nearest node around it that has one.
 */
export type CheckContext = {
  rulebook: Rulebook;
  sourceMap: SourceMap;
  file: string;
  today?: string;
  calendars?: OwnCalendars;
  span: (pointer: string, label?: string) => Span;
};

/** Makes what checks look at. */
export function checkContext(
  rulebook: Rulebook,
  sourceMap: SourceMap,
  file: string,
  today?: string,
  calendars?: OwnCalendars,
): CheckContext {
  const span = (pointer: string, label?: string): Span => ({
    ...(spanOf(sourceMap, pointer) ?? { file }),
    ...(label === undefined ? {} : { label }),
  });
  return {
    rulebook,
    sourceMap,
    file,
    span,
    ...(today === undefined ? {} : { today }),
    ...(calendars === undefined ? {} : { calendars }),
  };
}
