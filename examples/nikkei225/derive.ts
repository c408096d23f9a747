// Writes the data set of the Nikkei 225 of December 2021: `node examples/nikkei225/derive.ts --root ../shared/real-data --out FOLDER`. See README.md.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readMembers } from './read-members.ts';
import { missingClose } from './missing-close.ts';

const { values } = parseArgs({ options: { root: { type: 'string' }, out: { type: 'string' } } });
if (values.root === undefined || values.out === undefined)
  throw new Error('say where the tables lie (--root) and where to write (--out)');
const { root, out } = values;
mkdirSync(out, { recursive: true });
const members = readMembers(join(root, 'nikkei225'));
const rows = (head: string, lines: string[]) => `${[head, ...lines].join('\n')}\n`;
copyFileSync(join(import.meta.dirname, 'dataset.yaml'), join(out, 'dataset.yaml'));
copyFileSync(join(import.meta.dirname, 'decisions.csv'), join(out, 'decisions.csv'));
writeFileSync(
  join(out, 'members.csv'),
  rows(
    'line,from,base_factor',
    [...members].map(([line, factor]) => `${line},2021-10-01,${factor}`),
  ),
);
writeFileSync(
  join(out, 'missing.csv'),
  rows('line,date,close', [`9062,2021-12-06,${missingClose(join(root, 'nikkei225'), members).toFixed(4)}`]),
);
