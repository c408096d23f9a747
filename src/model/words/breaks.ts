/**
 * Where a sentence may go on to the next line: a blank, or a new line. It cannot occur in a rulebook, where it is
 * refused.
 */
export const br = '\u0001';
/** The same inside an expression, used only where breaking the sentence is not enough. */
export const weakBr = '\u0002';
/** Where a sentence always goes on to the next line: before each band of a ladder of conditions. */
export const bandBr = '\u0003';
/** A comma after which a sentence may go on to the next line. */
export const comma = `,${br}`;

/** A sentence without its breaks. */
export function onOneLine(sentence: string): string {
  return sentence.replaceAll(br, ' ').replaceAll(weakBr, ' ').replaceAll(bandBr, ' ');
}
