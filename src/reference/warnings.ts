import type { RunWarning } from '../run/run.ts';

/** What a run has to say beside its results; one entry for each code and message, with some examples. */
export type WarningLog = Map<string, RunWarning>;

export function warn(log: WarningLog, code: string, message: string, example: string): void {
  const key = `${code} ${message}`;
  const entry = log.get(key) ?? { code, message, count: 0, examples: [] };
  entry.count += 1;
  if (entry.examples.length < 5) entry.examples.push(example);
  log.set(key, entry);
}
