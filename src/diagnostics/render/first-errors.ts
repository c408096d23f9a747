import type { Diagnostic } from '../diagnostic.ts';

/** So many errors of a file are shown to people; who has mended them runs the check again. */
const most = 20;

/**
 * The findings to show of those in order, and of each file with more errors than one reads how many findings are left
 * out.
 */
export function firstErrors(ordered: readonly Diagnostic[]): {
  shown: Diagnostic[];
  left: { file: string; count: number }[];
} {
  const errors = new Map<string, number>();
  const left = new Map<string, number>();
  const shown = ordered.filter((d) => {
    const file = d.spans[0]?.file ?? '';
    const before = errors.get(file) ?? 0;
    if (d.severity === 'error') errors.set(file, before + 1);
    const full = d.severity === 'error' ? before >= most : before > most;
    if (full) left.set(file, (left.get(file) ?? 0) + 1);
    return !full;
  });
  return { shown, left: [...left].map(([file, count]) => ({ file, count })) };
}

/** Says how many findings of a file are not shown, and how to see them. */
export function leftOut({ file, count }: { file: string; count: number }): string {
  return `and ${count} more in ${file}; \`--format json\` tells them all`;
}
