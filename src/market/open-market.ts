import { type Diagnostic, isFailure } from '../diagnostics/index.ts';
import { openDatabase } from './database.ts';
import type { Dataset } from './dataset.ts';
import { type DeclaredField, declaredFields } from './declared-fields.ts';
import { checkDerivations, helperFields } from './derived/index.ts';
import { checkFields } from './describe-dataset.ts';
import { DATA_CODES, finding } from './finding.ts';
import type { Market } from './market.ts';
import type { MarketOptions } from './market-options.ts';
import { readDataset } from './read-dataset.ts';
import { readMarket } from './read-market.ts';

/**
 * Reads a data set into memory: the fields that are asked for, and all actions, rates, decisions, memberships and levels.
 * Nothing is left out in silence: `market.counts` says what was, and why.
 *
 * @param path a folder that holds `dataset.yaml`, or such a file
 * @returns the market, or findings that each name file, row, column and value
 */
export async function openMarket(
  path: string,
  options: MarketOptions,
): Promise<{ market: Market } | { diagnostics: Diagnostic[] }> {
  const read = readDataset(path, options.root);
  if ('diagnostics' in read) return read;
  const { dataset } = read;
  const declared = declaredFields(dataset);
  const infos = [...declared.fields.values()].map((f) => f.info);
  const asked = [...new Set(options.fields)];
  const early = [
    ...declared.diagnostics,
    ...checkFields({ file: dataset.file, fields: infos }, asked),
    ...pricesAreThere(dataset),
    ...checkDerivations(dataset, declared.fields),
  ];
  if (early.length > 0) return { diagnostics: early };
  const database = await openDatabase();
  try {
    return await readMarket(database, dataset, withHelpers(dataset, asked, declared.fields), {
      ...options,
      fields: asked,
    });
  } catch (error) {
    if (isFailure(error)) return { diagnostics: error.diagnostics };
    throw error;
  } finally {
    database.close();
  }
}

/** The fields asked for, and those that finding spikes and deriving actions need. */
function withHelpers(dataset: Dataset, asked: string[], declared: Map<string, DeclaredField>): DeclaredField[] {
  const helpers = asked.flatMap((name) => declared.get(name)?.spec.spike?.relative_to ?? []);
  return [...new Set([...asked, ...helpers, ...helperFields(dataset)])].map((name) => declared.get(name)!);
}

function pricesAreThere(dataset: Dataset): Diagnostic[] {
  if (dataset.tables.some((t) => t.kind === 'prices')) return [];
  return [
    finding(DATA_CODES.datasetShape, 'The data set has no table of prices', [dataset.locate(['tables'])], {
      help: 'Add a table `prices:` with one row for each line and day',
    }),
  ];
}
