const leading = /^[ \t]+/gm;

/**
 * How many blanks a tab stands for in a text: as many as its other lines are indented by, two where none is. Undefined where a line mixes
 * both so that this is open: blanks before a tab.
 */
function tabWidth(source: string): number | undefined {
  let least = Number.POSITIVE_INFINITY;
  for (const [written] of source.matchAll(leading)) {
    if (/ \t/.test(written)) return undefined;
    if (!written.includes('\t')) least = Math.min(least, written.length);
  }
  return Number.isFinite(least) ? least : 2;
}

/** The text with blanks for the tabs that lines begin with; as it is where that would be a guess. */
export function withoutTabs(source: string): string {
  const width = source.includes('\t') ? tabWidth(source) : undefined;
  if (width === undefined) return source;
  return source.replace(leading, (written) => written.replaceAll('\t', ' '.repeat(width)));
}

/** By how much a line is indented whose tabs count for so many blanks. */
export function indentation(written: string, width: number): number {
  let indent = 0;
  for (const sign of written) indent += sign === '\t' ? width : 1;
  return indent;
}

/** The width of tabs for reading on after they were told. */
export function assumedTabWidth(source: string): number {
  return tabWidth(source) ?? 2;
}
