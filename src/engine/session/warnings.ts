import type { RunWarning } from '../../run/run.ts';

/** Collects warnings of a run: one entry for each code and message, with a count and up to five examples. */
export type Warnings = { add(code: string, message: string, example: string): void; list(): RunWarning[] };

export function collectWarnings(): Warnings {
  const found = new Map<string, RunWarning>();
  return {
    add(code, message, example) {
      const key = `${code} ${message}`;
      let warning = found.get(key);
      if (warning === undefined) {
        warning = { code, message, count: 0, examples: [] };
        found.set(key, warning);
      }
      warning.count += 1;
      if (warning.examples.length < 5) warning.examples.push(example);
    },
    list: () => [...found.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)),
  };
}
