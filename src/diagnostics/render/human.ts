import type { Diagnostic, Span } from '../diagnostic.ts';
import { type Paint, painter } from './ansi.ts';
import { firstErrors, leftOut } from './first-errors.ts';
import { frame } from './frame.ts';
import { type LinesOf, shortPlace } from './place.ts';
import { shownSpans } from './shown-spans.ts';
import { summary } from './summary.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

const words = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Findings with the lines they are about, for a terminal. */
export function renderHuman(
  diagnostics: readonly Diagnostic[],
  linesOf: LinesOf,
  color: boolean,
  width: number,
): string {
  const paint = painter(color);
  const { shown, left } = firstErrors(diagnostics);
  const told = shown.map((d) => one(d, linesOf, paint, width).join('\n'));
  return `${[...told, ...left.map(leftOut).map(visible), paint('strong', summary(diagnostics))].join('\n\n')}\n`;
}

function one(d: Diagnostic, linesOf: LinesOf, paint: Paint, width: number): string[] {
  const head = `${words[d.severity]}[${d.code}]`;
  const { shown, left } = shownSpans(d.spans);
  const [first = '', ...rest] = wrap(`${head}: ${visible(d.message)}`, width);
  return [
    `${paint(d.severity, head)}${paint('strong', first.slice(head.length))}`,
    ...rest.map((line) => paint('strong', line)),
    ...byFile(shown).flatMap((spans, i) => {
      const lines = linesOf(spans[0]!.file);
      const place = `${i === 0 ? '-->' : ':::'} ${shortPlace(spans[0]!, linesOf)}`;
      const framed = spans.filter((span) => span.start !== undefined || span.row !== undefined);
      if (lines === undefined || framed.length === 0) return [paint('frame', place), ...labels(spans)];
      const look = { paint, severity: d.severity, width };
      return [paint('frame', place), ...frame(lines, framed, d.spans[0], look)];
    }),
    ...(left === 0 ? [] : [paint('frame', `... and ${left} more places`)]),
    ...note('why', d.why, paint, width),
    ...note('help', d.help, paint, width),
    ...note('fix', d.fix === undefined ? undefined : fixText(d.fix.text), paint, width),
  ];
}

/** Spans of one file together, in the order in which the files are first named. */
function byFile(spans: readonly Span[]): Span[][] {
  const groups = new Map<string, Span[]>();
  for (const span of spans) groups.set(span.file, [...(groups.get(span.file) ?? []), span]);
  return [...groups.values()];
}

function labels(spans: readonly Span[]): string[] {
  return spans.flatMap((span) => (span.label === undefined ? [] : [`    ${visible(span.label)}`]));
}

function note(word: string, text: string | undefined, paint: Paint, width: number): string[] {
  if (text === undefined) return [];
  const head = `  ${word}: `;
  return wrap(visible(text), width - head.length).map((line, i) =>
    i === 0 ? `${paint('strong', head)}${line}` : `${' '.repeat(head.length)}${line}`,
  );
}

function fixText(text: string): string {
  return text === '' ? 'delete it' : `write \`${text}\``;
}
