// In: findings and the texts they are about. Out: one text for people, screen readers, programs, or a code review.
// Never here: finding anything, reading files, or deciding where the text goes.
import type { Diagnostic } from '../diagnostic.ts';
import { renderGithub } from './github.ts';
import { renderHuman } from './human.ts';
import { inOrder } from './in-order.ts';
import { renderJson } from './json.ts';
import { renderPlain } from './plain.ts';
import type { RenderOptions, Sources } from './render-options.ts';
import { renderSarif } from './sarif.ts';
import { type TextLines, textLines } from './text-lines.ts';

export type { RenderFormat } from './render-options.ts';

/**
 * Tells findings in one of the formats, errors first, by file and place, each once; for people no more than the first
 * errors of a file. Files whose text is not among `sources` are told without lines and columns. The result ends in a
 * line end (it is empty for `github` where nothing was found).
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  options: RenderOptions,
): string {
  const ordered = inOrder(diagnostics);
  const cache = new Map<string, TextLines>();
  const linesOf = (file: string): TextLines | undefined => {
    const text = sources.get(file);
    if (text === undefined) return undefined;
    const known = cache.get(file) ?? textLines(text);
    cache.set(file, known);
    return known;
  };
  switch (options.format) {
    case 'human':
      return renderHuman(ordered, linesOf, options.color ?? false, options.width ?? 100);
    case 'plain':
      return renderPlain(ordered, linesOf);
    case 'json':
      return renderJson(ordered, linesOf);
    case 'sarif':
      return renderSarif(ordered, linesOf);
    case 'github':
      return renderGithub(ordered, linesOf);
    default:
      return options.format satisfies never;
  }
}
