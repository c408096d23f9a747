// In: what each part of the system says of its codes. Out: all of them, by code.
// Never here: finding anything.
import { calendarCatalogue } from './calendar.ts';
import { cyclesCatalogue } from './cycles.ts';
import { dataCatalogue } from './data.ts';
import { engineCatalogue } from './engine.ts';
import type { CatalogueEntry } from './entry.ts';
import { feasibilityCatalogue } from './feasibility.ts';
import { filesCatalogue } from './files.ts';
import { marketCatalogue } from './market.ts';
import { missingRulesCatalogue } from './missing-rules.ts';
import { namesCatalogue } from './names.ts';
import { neededDataCatalogue } from './needed-data.ts';
import { orderCatalogue } from './order.ts';
import { proseCatalogue } from './prose.ts';
import { runCatalogue } from './run.ts';
import { syntaxCodes } from './syntax.ts';
import { timeCatalogue } from './time.ts';
import { unitsCatalogue } from './units.ts';

export type { CatalogueEntry, Given } from './entry.ts';

/** What every code means, in the order of the codes. */
export const catalogue: readonly CatalogueEntry[] = [
  ...syntaxCodes,
  ...namesCatalogue,
  ...missingRulesCatalogue,
  ...unitsCatalogue,
  ...cyclesCatalogue,
  ...timeCatalogue,
  ...orderCatalogue,
  ...calendarCatalogue,
  ...feasibilityCatalogue,
  ...dataCatalogue,
  ...neededDataCatalogue,
  ...marketCatalogue,
  ...proseCatalogue,
  ...engineCatalogue,
  ...Object.values(runCatalogue),
  ...filesCatalogue,
].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));

/** What a code means; undefined where there is no such code. Letter case does not matter. */
export function entryOf(code: string): CatalogueEntry | undefined {
  return catalogue.find((entry) => entry.code === code.trim().toUpperCase());
}
