import { starterCase } from './starter-case.ts';
import { starterDataset } from './starter-dataset.ts';
import { starterMarket } from './starter-market.ts';
import { starterRulebook } from './starter-rulebook.ts';

/** The files of a new rulebook by path below its folder. `name` is that of the folder, in small letters, digits and `-`. */
export function starterFiles(name: string): Record<string, string> {
  const id = name.replaceAll('-', '_').toUpperCase();
  const title = name
    .split('-')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' ');
  return {
    [`${name}.rulebook`]: starterRulebook(id, title),
    'dataset.yaml': starterDataset(title),
    'case.md': starterCase(name, title),
    ...starterMarket(),
  };
}
