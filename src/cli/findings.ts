import { readFileSync, statSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/index.ts';
import { renderDiagnostics, type RenderFormat } from '../diagnostics/render/index.ts';
import type { Io, Sink } from './io.ts';

const mostBytes = 5_000_000;
const formats: readonly string[] = ['human', 'plain', 'json', 'sarif', 'github'] satisfies RenderFormat[];

/**
 * Tells findings on a stream. Texts that are not given are read from the files that findings name, where these are
 * small texts.
 */
export async function tellFindings(
  diagnostics: Diagnostic[],
  texts: ReadonlyMap<string, string>,
  format: string,
  sink: Sink,
  io: Io,
): Promise<void> {
  const sources = new Map(texts);
  for (const { spans } of diagnostics) for (const { file } of spans) if (!sources.has(file)) addText(file, sources);
  const known = formats.includes(format) ? (format as RenderFormat) : 'human';
  sink.write(renderDiagnostics(diagnostics, sources, { format: known, color: sink.color, width: io.width }));
}

function addText(file: string, sources: Map<string, string>): void {
  if (file.endsWith('.parquet')) return;
  try {
    const kind = statSync(file);
    if (kind.size > mostBytes || !kind.isFile()) return;
    const text = readFileSync(file, 'utf8');
    if (!text.includes('\u0000')) sources.set(file, text);
  } catch {
    // What is not there, or may not be read, is told without its text.
  }
}
