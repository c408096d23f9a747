import type { Diagnostic } from '../diagnostics/index.ts';
import type { Rulebook } from '../model/rulebook.ts';
import { sourceText } from './check-source.ts';
import type { Place, Places } from '../model/places.ts';
import { formOf } from './form-of.ts';
import { readData } from './data/read-data.ts';
import { type OneLine, oneLineBehind } from './one-line.ts';
import { readText } from './read-text.ts';
import { reporter } from './report.ts';
import type { SourceMap } from '../model/source-map.ts';

/**
 * What was read. `rulebook` holds all that could be read, also where there are findings; it is absent where the file is
 * no rulebook at all.
 */
export type ReadResult = { rulebook?: Rulebook; sourceMap: SourceMap; diagnostics: Diagnostic[] };

/**
 * Reads a rulebook, in the form that `formOf` tells. Never throws for what the file holds.
 */
export function readRulebook(source: string | Uint8Array, file: string): ReadResult {
  const diagnostics: Diagnostic[] = [];
  const report = reporter(file, diagnostics);
  const places: Places = new Map();
  const text = sourceText(source, report);
  let rulebook: Rulebook | undefined;
  let unread: Place[] = [];
  if (text !== undefined) {
    const form = formOf(text, file);
    if (form === 'text') {
      ({ rulebook, unread } = readText(text, places, report));
      const one = oneMistake(text, diagnostics);
      if (one !== undefined) {
        rulebook = undefined;
        diagnostics.length = 0;
        reporter(file, diagnostics)(one.problem, one.start, one.end, one.message, one.help);
      }
    } else rulebook = readData(text, form === 'json', places, report);
  }
  const empty: Rulebook = { rulebook: 1, sections: [] };
  const sourceMap: SourceMap = {
    file,
    source: text ?? '',
    rulebook: rulebook ?? empty,
    places,
    ...(unread.length > 0 && { unread }),
  };
  diagnostics.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  return rulebook === undefined ? { sourceMap, diagnostics } : { rulebook, sourceMap, diagnostics };
}

/** What is told one line after another, and may come of a single line: where lines do not belong, or cannot stand. */
const ofLines = /^RB00(06|16|21)$/;

function oneMistake(text: string, diagnostics: readonly Diagnostic[]): OneLine | undefined {
  if (diagnostics.length < 2 || !diagnostics.every((d) => ofLines.test(d.code))) return undefined;
  const sound = (tried: string) => {
    let count = 0;
    readText(tried, new Map(), () => {
      count += 1;
    });
    return count === 0;
  };
  const first = Math.min(...diagnostics.slice(0, 100).map((d) => d.spans[0]?.start ?? 0));
  return oneLineBehind(text, first, sound);
}
