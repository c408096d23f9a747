import { characterWidth, displayWidth } from './display-width.ts';

/** Breaks a text at blanks (and wide text anywhere) so that no line is wider than `width` columns. */
export function wrap(text: string, width: number): string[] {
  const most = Math.max(width, 20);
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ').flatMap((w) => pieces(w, most))) {
      if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > most) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

/** A word that is wider than a line, cut where it must be. */
function pieces(word: string, most: number): string[] {
  if (displayWidth(word) <= most) return [word];
  const cut: string[] = [];
  let piece = '';
  let width = 0;
  for (const character of word) {
    const more = characterWidth(character);
    if (width + more > most) {
      cut.push(piece);
      piece = '';
      width = 0;
    }
    piece += character;
    width += more;
  }
  return [...cut, piece];
}
