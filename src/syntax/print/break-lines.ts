import { bandBr, br, onOneLine, weakBr } from '../../model/words/breaks.ts';

const width = 120;

/** A sentence on as few lines as fit, each after the first indented further, and each band of a ladder on a line of its own. */
export function breakLines(sentence: string, indent: string): string {
  const [first, ...bands] = sentence.split(bandBr);
  return [onLines(first!, indent), ...bands.map((band) => onLines(band, `${indent}    `))].join('\n');
}

function onLines(sentence: string, indent: string): string {
  const whole = indent + onOneLine(sentence);
  if (whole.length <= width) return whole;
  const inner = `${indent}    `;
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  const add = (piece: string) => {
    line += empty ? piece : ` ${piece}`;
    empty = false;
  };
  for (const part of sentence.split(br)) {
    const fits = (text: string) => line.length + (empty ? 0 : 1) + text.length <= width;
    const next = () => {
      if (empty) return;
      lines.push(line);
      line = inner;
      empty = true;
    };
    if (!fits(onOneLine(part)) && inner.length + onOneLine(part).length <= width) next();
    if (fits(onOneLine(part))) {
      add(onOneLine(part));
      continue;
    }
    for (const piece of part.split(weakBr)) {
      if (!fits(piece)) next();
      add(piece);
    }
  }
  return [...lines, line].join('\n');
}
