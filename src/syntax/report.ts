import { capitalised, type Diagnostic } from '../diagnostics/index.ts';
import { syntaxCatalogue, type SyntaxProblem } from '../diagnostics/catalogue/syntax.ts';

/** Takes a finding about the text between two offsets; what the catalogue says is filled in. */
export type Report = (problem: SyntaxProblem, start: number, end: number, message: string, help?: string) => void;

/** A reporter that collects findings about one file. Where two would begin at one place only the first is kept. */
export function reporter(
  file: string,
  into: Diagnostic[],
  shift: (offset: number) => number = (offset) => offset,
): Report {
  const seen = new Set<number>();
  return (problem, start, end, message, help) => {
    if (seen.has(start)) return;
    seen.add(start);
    const entry = syntaxCatalogue[problem];
    into.push({
      code: entry.code,
      severity: 'error',
      message,
      spans: [{ file, start: shift(start), end: shift(end) }],
      why: entry.why,
      help: capitalised(help ?? entry.help),
    });
  };
}
