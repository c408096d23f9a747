import { starterCase } from './starter-case.ts';
import { starterDataset } from './starter-dataset.ts';
import { starterMarket } from './starter-market.ts';
import { starterRulebook } from './starter-rulebook.ts';

/**
 * The files of a new rulebook by path below its folder. `name` is that of the folder, in small letters, digits and `-`;
 * `path` is the folder as commands name it, and `program` what stands before a verb.
 */
export function starterFiles(name: string, path: string, program: string): Record<string, string> {
  const id = name.replaceAll('-', '_').toUpperCase();
  const title = name
    .split('-')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join(' ');
  const check = `${program} check ${path} --data ${path}`;
  return {
    [`${name}.rulebook`]: starterRulebook(id, title, check),
    'dataset.yaml': starterDataset(title),
    'case.md': starterCase(`${path}/${name}.rulebook`, path, title, program),
    ...starterMarket(),
  };
}
