import type { RunWarning } from '../../run/run.ts';

/** Collects warnings of a run: one entry for each code and message, with a count and up to five examples. */
export type Warnings = {
  add(code: string, message: string, example: string): void;
  /** As `add`, where what is told may be worked out again in decimals. */
  addOnce(code: string, message: string, example: string): void;
  list(): RunWarning[];
};

export function collectWarnings(): Warnings {
  const found = new Map<string, RunWarning>();
  const told = new Set<string>();
  const add = (code: string, message: string, example: string) => {
    const key = `${code} ${message}`;
    let warning = found.get(key);
    if (warning === undefined) {
      warning = { code, message, count: 0, examples: [] };
      found.set(key, warning);
    }
    warning.count += 1;
    if (warning.examples.length < 5) warning.examples.push(example);
  };
  return {
    add,
    addOnce(code, message, example) {
      const key = `${code} ${message} ${example}`;
      if (told.has(key)) return;
      told.add(key);
      add(code, message, example);
    },
    list: () => [...found.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)),
  };
}
