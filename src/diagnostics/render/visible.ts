/**
 * A text from outside, made safe to print: control characters, marks that change the direction of writing and
 * lone surrogates become `�`, so that no input can move the cursor or look like another. Tabs become four blanks.
 */
export function visible(text: string): string {
  // Control and format characters (among them the marks of direction), line and paragraph separators, lone surrogates.
  return text.replaceAll('\t', '    ').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '�');
}
