import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Dataset } from '../dataset.ts';
import type { DeclaredField } from '../declared-fields.ts';
import { DATA_CODES, finding } from '../finding.ts';

/** The fields that deriving reads beside those that a rulebook asks for. */
export function helperFields({ derive }: Dataset): string[] {
  const { splits, symbolChanges } = derive;
  return [...(splits === undefined ? [] : [splits.price, splits.value]), ...(symbolChanges?.same ?? [])];
}

/** What is wrong with the fields that derivations name. */
export function checkDerivations(dataset: Dataset, fields: Map<string, DeclaredField>): Diagnostic[] {
  const { splits, symbolChanges } = dataset.derive;
  const found: Diagnostic[] = [];
  const bad = (message: string, path: string[], help: string) =>
    found.push(finding(DATA_CODES.badDeclaration, message, [dataset.locate(['derive', ...path])], { help }));
  for (const key of splits === undefined ? [] : (['price', 'value'] as const)) {
    const field = fields.get(splits![key]);
    if (field?.table.kind !== 'prices' || field.info.type !== 'number')
      bad(
        `\`${splits![key]}\` is not a daily number`,
        ['splits', key],
        'Name a number among the fields of a table of prices',
      );
  }
  for (const name of symbolChanges?.same ?? []) {
    const field = fields.get(name);
    if ((field?.table.kind !== 'prices' && field?.table.kind !== 'lines') || field.info.type !== 'text')
      bad(
        `\`${name}\` is not a text of lines or prices`,
        ['symbol_changes', 'same'],
        'Name texts among the fields of those tables',
      );
  }
  return found;
}
