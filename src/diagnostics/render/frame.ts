import type { Severity, Span } from '../diagnostic.ts';
import type { Paint } from './ansi.ts';
import { characterWidth, displayWidth } from './display-width.ts';
import type { TextLines } from './text-lines.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

/** What is underlined on one line: columns in UTF-16 units from 0, end exclusive. */
type Mark = { line: number; from: number; to: number; primary: boolean; label: string | undefined };

/**
 * The lines of one file that spans are about, each with what is underlined and why. `first` is the finding's own place,
 * if it is here.
 */
export function frame(
  lines: TextLines,
  spans: readonly Span[],
  first: Span | undefined,
  look: { paint: Paint; severity: Severity; width: number },
): string[] {
  const marks = spans
    .flatMap((span) => marksOf(lines, span, span === first))
    .sort((a, b) => a.line - b.line || a.from - b.from);
  const gutter = String(Math.max(...marks.map((m) => m.line))).length;
  const room = Math.max(look.width - gutter - 3, 20);
  const bar = (head: string, rest: string) =>
    `${look.paint('frame', `${head.padStart(gutter)} |`)}${rest === '' ? '' : ` ${rest}`}`;
  const told: string[] = [bar('', '')];
  let last = 0;
  for (const number of [...new Set(marks.map((m) => m.line))]) {
    const here = marks.filter((m) => m.line === number);
    if (last !== 0 && number === last + 2) told.push(bar(String(last + 1), cut(lines.line(last + 1), 0, room).text));
    else if (last !== 0 && number > last + 1) told.push(look.paint('frame', `${'.'.repeat(Math.max(gutter, 3))}`));
    const text = lines.line(number);
    const window = cut(text, Math.min(...here.map((m) => m.from)), room);
    told.push(bar(String(number), window.text));
    for (const mark of here) {
      const style = mark.primary ? look.severity : 'frame';
      const from = Math.min(window.columnOf(mark.from), room);
      const to = Math.max(Math.min(window.columnOf(mark.to), room), from + 1);
      const underline = (mark.primary ? '^' : '-').repeat(to - from);
      const label = mark.label === undefined ? '' : visible(mark.label);
      if (label === '' || to + 1 + displayWidth(label) <= room) {
        told.push(
          bar('', `${' '.repeat(from)}${look.paint(style, label === '' ? underline : `${underline} ${label}`)}`),
        );
      } else {
        told.push(bar('', `${' '.repeat(from)}${look.paint(style, underline)}`));
        const indent = Math.min(from, Math.max(room - 40, 0));
        for (const line of wrap(label, room - indent))
          told.push(bar('', `${' '.repeat(indent)}${look.paint(style, line)}`));
      }
    }
    last = number;
  }
  return told;
}

/** A span as underlines: all its lines where they are few, else its first and its last. */
function marksOf(lines: TextLines, span: Span, primary: boolean): Mark[] {
  if (span.start === undefined) {
    const line = Math.min(span.row ?? 1, lines.count);
    const text = lines.line(line);
    return [
      { line, from: text.length - text.trimStart().length, to: text.trimEnd().length, primary, label: span.label },
    ];
  }
  const start = lines.position(span.start);
  const end = lines.position(Math.max(span.end ?? span.start, span.start));
  // A span that ends at the very beginning of a line ends on the line before.
  const lastLine = end.line > start.line && end.column === 1 ? end.line - 1 : end.line;
  const all = Array.from({ length: lastLine - start.line + 1 }, (_, i) => start.line + i);
  const filled = all.filter((line) => lines.line(line).trim() !== '' || all.length === 1);
  const chosen = filled.length <= 4 ? filled : [filled[0]!, filled[filled.length - 1]!];
  return chosen.map((line, i) => {
    const text = lines.line(line);
    const from = line === start.line ? start.column - 1 : text.length - text.trimStart().length;
    const to = line === end.line ? end.column - 1 : text.trimEnd().length;
    return { line, from, to: Math.max(to, from), primary, label: i === chosen.length - 1 ? span.label : undefined };
  });
}

/** A line cut to a number of columns so that a place of it is seen, and where its UTF-16 units then are. */
function cut(text: string, place: number, room: number): { text: string; columnOf: (unit: number) => number } {
  const columns: number[] = [];
  let width = 0;
  for (const character of text) {
    const shown = visible(character);
    const wide = displayWidth(shown);
    for (let i = 0; i < character.length; i++) columns.push(width);
    width += wide;
  }
  columns.push(width);
  const at = (unit: number) => columns[Math.min(unit, text.length)]!;
  if (width <= room) return { text: visible(text), columnOf: at };
  const start = at(place) < room * 0.7 ? 0 : at(place) - Math.floor(room / 3);
  let shown = start > 0 ? '…' : '';
  let taken = start > 0 ? 1 : 0;
  let skipped = start;
  for (const character of visible(text)) {
    const wide = characterWidth(character);
    if (skipped > 0) {
      skipped -= wide;
      continue;
    }
    if (taken + wide > room - 1) {
      shown += '…';
      break;
    }
    shown += character;
    taken += wide;
  }
  const offset = start > 0 ? start - 1 - Math.min(skipped, 0) : 0;
  return { text: shown, columnOf: (unit) => Math.max(at(unit) - offset, 0) };
}
