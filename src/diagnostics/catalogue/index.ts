// In: what each part of the system says of its codes. Out: all of them, by code.
// Never here: finding anything.
import type { CatalogueEntry } from './entry.ts';
import { filesCatalogue } from './files.ts';
import { runCatalogue } from './run.ts';
import { syntaxCodes } from './syntax.ts';

export type { CatalogueEntry, Given } from './entry.ts';

/** What every code means, in the order of the codes. */
export const catalogue: readonly CatalogueEntry[] = [...syntaxCodes, ...filesCatalogue, ...Object.values(runCatalogue)].sort((a, b) =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : 0,
);

/** What a code means; undefined where there is no such code. */
export function entryOf(code: string): CatalogueEntry | undefined {
  return catalogue.find((entry) => entry.code === code);
}
