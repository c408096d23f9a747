import type { Diagnostic } from '../diagnostic.ts';

/** How many findings of each severity, and in how many files: `2 errors, 1 warning in 1 file`. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return 'no findings';
  const counts = countFindings(diagnostics);
  const parts = [counted(counts.errors, 'error'), counted(counts.warnings, 'warning'), counted(counts.infos, 'note')];
  const told = parts.filter((part) => part !== '').join(', ');
  return counts.files === 0 ? told : `${told} in ${counted(counts.files, 'file')}`;
}

/** The numbers behind the summary. A finding counts for the file of its first span. */
export function countFindings(diagnostics: readonly Diagnostic[]): {
  errors: number;
  warnings: number;
  infos: number;
  files: number;
} {
  const of = (severity: Diagnostic['severity']) => diagnostics.filter((d) => d.severity === severity).length;
  const files = new Set(diagnostics.flatMap((d) => d.spans[0]?.file ?? []));
  return { errors: of('error'), warnings: of('warning'), infos: of('info'), files: files.size };
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
