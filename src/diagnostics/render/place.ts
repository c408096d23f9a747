import type { Span } from '../diagnostic.ts';
import type { TextLines } from './text-lines.ts';
import { visible } from './visible.ts';

/** The lines of a file by its name; undefined where its text is not at hand. */
export type LinesOf = (file: string) => TextLines | undefined;

/** A place in short: `file:line:column`, and for data files `file:row (column)`. */
export function shortPlace(span: Span, linesOf: LinesOf): string {
  const file = visible(span.file);
  if (span.start !== undefined) {
    const position = linesOf(span.file)?.position(span.start);
    return position === undefined ? file : `${file}:${position.line}:${position.column}`;
  }
  const column = span.column === undefined ? '' : ` (column \`${visible(span.column)}\`)`;
  return span.row === undefined ? `${file}${column}` : `${file}:${span.row}${column}`;
}

/** A place in words: `line 4, column 7 of rules.rulebook`. */
export function spokenPlace(span: Span, linesOf: LinesOf): string {
  const file = visible(span.file);
  if (span.start !== undefined) {
    const position = linesOf(span.file)?.position(span.start);
    return position === undefined ? file : `line ${position.line}, column ${position.column} of ${file}`;
  }
  const column = span.column === undefined ? '' : `, column \`${visible(span.column)}\``;
  return span.row === undefined ? `${file}${column}` : `row ${span.row}${column} of ${file}`;
}
