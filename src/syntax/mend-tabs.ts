import { formatText } from './print/format-text.ts';
import { type ReadResult, readRulebook } from './read-rulebook.ts';

const widths = [2, 4, 8];

/**
 * Reads a text whose lines begin with tabs as if blanks stood there; undefined where it can be read so in no way, or in
 * several ways that say different things, since an editor may show tabs of any width.
 */
export function readWithoutTabs(source: string, file: string): ReadResult | undefined {
  const readings = new Map<string, ReadResult>();
  for (const width of widths) {
    const blanks = source.replace(/^[ \t]+/gm, (written) => spread(written, width));
    const read = readRulebook(blanks, file);
    if (read.rulebook === undefined || read.diagnostics.some((d) => d.severity === 'error')) continue;
    readings.set(formatText(read.rulebook), read);
  }
  const [only, another] = readings.values();
  return another === undefined ? only : undefined;
}

/** Blanks up to where tabs lead: each goes on to the next multiple of the width. */
function spread(written: string, width: number): string {
  let column = 0;
  for (const sign of written) column += sign === '\t' ? width - (column % width) : 1;
  return ' '.repeat(column);
}
