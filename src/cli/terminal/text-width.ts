import { visible } from '../../diagnostics/render/visible.ts';

// East Asian wide and fullwidth characters take two columns; combining marks take none.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const none = /\p{Mn}|[\u200b-\u200d\ufeff]/u;

/** Columns that a text takes on a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += none.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/**
 * The text in so many columns: filled with blanks, on the left where `right` says so, or cut short with `…` (`~`
 * without block characters).
 */
export function fitted(text: string, columns: number, right = false, more = '…'): string {
  let shown = visible(text);
  if (textWidth(shown) > columns) {
    const characters = [...shown];
    while (characters.length > 0 && textWidth(characters.join('')) > columns - 1) characters.pop();
    shown = characters.join('') + more;
  }
  const blanks = ' '.repeat(Math.max(0, columns - textWidth(shown)));
  return right ? blanks + shown : shown + blanks;
}
