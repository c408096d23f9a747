import type { RunWarning } from '../run/run.ts';

/** What a run has to say beside its results; one entry for each code and message, with some examples. */
export type WarningLog = Map<string, RunWarning>;

const told = new WeakMap<WarningLog, Set<string>>();

/** As {@link warn}, of what may come up again: each example once. */
export function warnOnce(log: WarningLog, code: string, message: string, example: string): void {
  const known = told.get(log) ?? new Set();
  told.set(log, known);
  const key = `${code} ${message} ${example}`;
  if (known.has(key)) return;
  known.add(key);
  warn(log, code, message, example);
}

export function warn(log: WarningLog, code: string, message: string, example: string): void {
  const key = `${code} ${message}`;
  const entry = log.get(key) ?? { code, message, count: 0, examples: [] };
  entry.count += 1;
  if (entry.examples.length < 5) entry.examples.push(example);
  log.set(key, entry);
}
