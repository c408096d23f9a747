/**
 * A text with a capital letter at its beginning; one that begins with what was written in a file (in backticks) stays
 * as it is.
 */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
