import { isFailure } from '../../src/diagnostics/index.ts';
import type { RunWarning } from '../../src/run/run.ts';

/** What a program gave: its result, or the code of the failure that ended it. */
export function resultOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (isFailure(error)) return { failed: error.diagnostics[0]!.code };
    throw error;
  }
}

/** A run with its warnings by code; which of them came up first is nothing that rules say. Anything else stays as it is. */
export function ordered<Result>(result: Result): Result {
  if (typeof result !== 'object' || result === null || !('warnings' in result)) return result;
  const warnings = (result.warnings as RunWarning[]).toSorted((a, b) =>
    a.code < b.code ? -1 : a.code > b.code ? 1 : 0,
  );
  return { ...result, warnings };
}
