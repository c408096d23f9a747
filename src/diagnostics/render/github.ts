import type { Diagnostic } from '../diagnostic.ts';
import { type LinesOf, spokenPlace } from './place.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Findings as workflow commands that GitHub shows beside the lines of a change. */
export function renderGithub(diagnostics: readonly Diagnostic[], linesOf: LinesOf): string {
  return diagnostics.map((d) => `${annotation(d, linesOf)}\n`).join('');
}

function annotation(d: Diagnostic, linesOf: LinesOf): string {
  const span = d.spans[0];
  const lines = span === undefined ? undefined : linesOf(span.file);
  const properties: [string, string | number][] = [];
  if (span !== undefined) properties.push(['file', span.file]);
  if (span?.start !== undefined && lines !== undefined) {
    const start = lines.position(span.start);
    const end = lines.position(span.end ?? span.start);
    properties.push(['line', start.line], ['endLine', end.line]);
    // Columns are shown only where the place is on one line.
    if (start.line === end.line) properties.push(['col', start.column], ['endColumn', end.column]);
  } else if (span?.row !== undefined) properties.push(['line', span.row]);
  properties.push(['title', d.code]);
  const column = span?.column === undefined ? [] : [`column \`${span.column}\``];
  const others = d.spans
    .slice(1)
    .map((s) => `${spokenPlace(s, linesOf)}${s.label === undefined ? '' : `: ${s.label}`}`);
  const text = [d.message, ...column, ...(span?.label === undefined ? [] : [span.label]), ...others, d.why, d.help]
    .filter((part) => part !== undefined)
    .join('\n');
  const told = properties.map(([key, value]) => `${key}=${property(String(value))}`).join(',');
  return `::${commands[d.severity]} ${told}::${data(text)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
