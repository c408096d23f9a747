import type { Diagnostic, Span } from '../diagnostic.ts';
import type { LinesOf } from './place.ts';
import { countFindings } from './summary.ts';

/** Findings as one JSON document, by grammar/diagnostics.schema.json. */
export function renderJson(diagnostics: readonly Diagnostic[], linesOf: LinesOf): string {
  const document = {
    version: 1,
    summary: countFindings(diagnostics),
    diagnostics: diagnostics.map(({ code, severity, message, why, help, spans, fix }) => ({
      code,
      severity,
      message,
      ...(why === undefined ? {} : { why }),
      ...(help === undefined ? {} : { help }),
      spans: spans.map((span) => jsonSpan(span, linesOf)),
      ...(fix === undefined ? {} : { fix: { span: jsonSpan(fix.span, linesOf), text: fix.text } }),
      page: `docs/codes.md#${code.toLowerCase()}`,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function jsonSpan(span: Span, linesOf: LinesOf): object {
  const lines = linesOf(span.file);
  const position = (offset: number) => ({ offset, ...lines?.position(offset) });
  return {
    file: span.file,
    ...(span.start === undefined ? {} : { start: position(span.start), end: position(span.end ?? span.start) }),
    ...(span.row === undefined ? {} : { row: span.row }),
    ...(span.column === undefined ? {} : { column: span.column }),
    ...(span.label === undefined ? {} : { label: span.label }),
  };
}
