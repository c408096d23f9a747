import { entryOf } from '../catalogue/index.ts';
import type { Diagnostic, Span } from '../diagnostic.ts';
import type { LinesOf } from './place.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Findings as a SARIF 2.1.0 log with one run. Columns count UTF-16 units. */
export function renderSarif(diagnostics: readonly Diagnostic[], linesOf: LinesOf): string {
  const codes = [...new Set(diagnostics.map((d) => d.code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'rulebook', rules: codes.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((d) => result(d, codes, linesOf)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(code: string): object {
  const entry = entryOf(code);
  if (entry === undefined) return { id: code };
  return {
    id: code,
    shortDescription: { text: entry.title },
    fullDescription: { text: entry.why },
    help: { text: `${entry.help}\n\n\`rulebook explain ${code}\` shows its page.` },
  };
}

function result(d: Diagnostic, codes: string[], linesOf: LinesOf): object {
  const [first, ...others] = d.spans;
  const text = [d.message, d.why, d.help].filter((part) => part !== undefined).join('\n');
  return {
    ruleId: d.code,
    ruleIndex: codes.indexOf(d.code),
    level: levels[d.severity],
    message: { text },
    ...(first === undefined ? {} : { locations: [location(first, linesOf)] }),
    ...(others.length === 0
      ? {}
      : { relatedLocations: others.map((span, i) => ({ id: i + 1, ...location(span, linesOf) })) }),
    ...(d.fix === undefined || region(d.fix.span, linesOf) === undefined
      ? {}
      : {
          fixes: [
            {
              description: { text: d.help ?? d.message },
              artifactChanges: [
                {
                  artifactLocation: { uri: uri(d.fix.span.file) },
                  replacements: [{ deletedRegion: region(d.fix.span, linesOf), insertedContent: { text: d.fix.text } }],
                },
              ],
            },
          ],
        }),
  };
}

function location(span: Span, linesOf: LinesOf): { physicalLocation: object; message?: object } {
  const at = region(span, linesOf);
  const words = [span.column === undefined ? undefined : `column \`${span.column}\``, span.label].filter(
    (w) => w !== undefined,
  );
  return {
    physicalLocation: { artifactLocation: { uri: uri(span.file) }, ...(at === undefined ? {} : { region: at }) },
    ...(words.length === 0 ? {} : { message: { text: words.join(': ') } }),
  };
}

function region(span: Span, linesOf: LinesOf): object | undefined {
  if (span.start === undefined) return span.row === undefined ? undefined : { startLine: span.row };
  const end = Math.max(span.end ?? span.start, span.start);
  const offsets = { charOffset: span.start, charLength: end - span.start };
  const lines = linesOf(span.file);
  if (lines === undefined) return offsets;
  const [from, to] = [lines.position(span.start), lines.position(end)];
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column, ...offsets };
}

/** A file name as a URI reference: relative ones stay relative. */
function uri(file: string): string {
  const path = file.replaceAll('\\', '/').toWellFormed();
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
