const leading = /^[ \t]+/gm;

/**
 * How many blanks a tab counts for while a text is read on: as many as lines without tabs are indented by, two where
 * none is.
 */
export function assumedTabWidth(source: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [written] of source.matchAll(leading))
    if (!written.includes('\t')) least = Math.min(least, written.length);
  return Number.isFinite(least) ? least : 2;
}

/** By how much a line is indented whose tabs count for so many blanks. */
export function indentation(written: string, width: number): number {
  let indent = 0;
  for (const sign of written) indent += sign === '\t' ? width : 1;
  return indent;
}
