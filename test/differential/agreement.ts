import { isFailure } from '../../src/diagnostics/index.ts';

/** What a program gave: its result, or the code of the failure that ended it. */
export function resultOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (isFailure(error)) return { failed: error.diagnostics[0]!.code };
    throw error;
  }
}

/** How many cases to try: `RULEBOOK_CASES` or the number given. */
export function cases(usual: number): number {
  return Number(process.env.RULEBOOK_CASES ?? usual);
}
