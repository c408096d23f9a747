import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factorOfPar } from './factor-of-par.ts';

/** From this day on the table of changes gives price adjustment factors, before it presumed par values. */
const factorsFrom = '2021-10-01';

/**
 * Members and their price factors after the last change of the tables, by code: the list of July 2019, then every change in turn. A row
 * that removes and adds the same code changes its par value (a consolidation of shares).
 */
export function readMembers(folder: string): Map<string, string> {
  const cells = (name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .map((line) => line.split(',').map((cell) => cell.trim()));
  const initial = cells('n225_initial_2019-07-01.csv').filter(([code = '']) => /^\d{4}$/.test(code));
  const members = new Map(initial.map(([code = '', par = '']) => [code, factorOfPar(par)]));
  for (const [date = '', leaves = '', enters = '', value = ''] of cells('n225_changes_2019_2021.csv').slice(1)) {
    if (date === '') continue;
    const [out, into] = [leaves, enters].map((code) => code.replace('.0', '')) as [string, string];
    if (!members.delete(out)) throw new Error(`${date}: ${out} leaves, but is no member`);
    members.set(into, date < factorsFrom ? factorOfPar(value) : value);
  }
  return members;
}
