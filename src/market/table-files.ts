import { existsSync, globSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Dataset, TableSpec } from './dataset.ts';
import { DATA_CODES, finding } from './finding.ts';

/** A file of a table: `path` to open it, `label` to speak of it (as in `dataset.yaml`). */
export type TableFile = { path: string; label: string; format: 'csv' | 'parquet' };

/** The files that a table's paths and patterns name, in the order named, those of a pattern by name. */
export function tableFiles(dataset: Dataset, table: TableSpec): { files: TableFile[]; diagnostics: Diagnostic[] } {
  const files: TableFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const named = new Set<string>();
  for (const [i, pattern] of table.files.entries()) {
    const span = dataset.locate(['tables', table.name, 'files', ...(table.files.length > 1 ? [i] : [])]);
    const beside = pattern.startsWith('./');
    const base = beside ? dirname(resolve(dataset.file)) : dataset.root;
    const walked = /[*?[{]/.test(pattern) ? matching(pattern, base) : [resolve(base, pattern)];
    if (walked === undefined) {
      diagnostics.push(
        finding(
          DATA_CODES.badDeclaration,
          `The pattern \`${pattern}\` looks through more than ${MOST_LOOKED_AT.toLocaleString('en')} files (table \`${table.name}\`)`,
          [span],
          {
            why: 'The files of a data set lie in a folder of their own',
            help: 'Name the folder before the first `*`, and say where the tables lie with `--root DIR`',
          },
        ),
      );
      continue;
    }
    const again = walked.find((path) => named.has(path));
    if (again !== undefined) {
      diagnostics.push(
        finding(
          DATA_CODES.badDeclaration,
          `The file \`${relative(base, again)}\` is named twice in table \`${table.name}\``,
          [span],
          { why: 'Each of its rows would be read twice', help: 'Name it once, or make the pattern narrower' },
        ),
      );
      continue;
    }
    for (const path of walked) named.add(path);
    const present = walked.filter((path) => existsSync(path) && statSync(path).isFile());
    if (present.length === 0 && !table.optional) {
      const what = walked.length === 0 ? `No file matches \`${pattern}\` below` : `There is no file \`${pattern}\` in`;
      const help = beside
        ? 'Paths that begin with `./` are beside `dataset.yaml`'
        : 'Say where the tables lie with `--root DIR`, or mend the path';
      diagnostics.push(
        finding(DATA_CODES.tableMissing, `${what} \`${base}\` (table \`${table.name}\`)`, [span], { help }),
      );
    }
    for (const path of present) {
      const format = path.endsWith('.parquet') ? 'parquet' : path.endsWith('.csv') ? 'csv' : undefined;
      const label = relative(base, path);
      if (format !== undefined) files.push({ path, label, format });
      else
        diagnostics.push(
          finding(DATA_CODES.notATable, `\`${label}\` is neither a CSV nor a Parquet file by its name`, [span], {
            help: 'Tables are files that end in `.csv` or `.parquet`',
          }),
        );
    }
  }
  return { files, diagnostics };
}

const MOST_LOOKED_AT = 200_000;

/** The files that match a pattern, by name; undefined where too much would have to be looked at. */
function matching(pattern: string, base: string): string[] | undefined {
  // It is looked for below the folders that it names outright.
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => /[*?[{]/.test(part));
  const outright = parts.slice(0, first).join('/');
  const from = resolve(base, outright === '' && isAbsolute(pattern) ? '/' : outright);
  const rest = parts.slice(first).join('/');
  // The whole disk is no folder of a data set.
  if (dirname(from) === from && rest.startsWith('**')) return undefined;
  let seen = 0;
  const tooMany = new Error('too many');
  try {
    const found = globSync(rest, {
      cwd: from,
      exclude: () => {
        seen += 1;
        if (seen > MOST_LOOKED_AT) throw tooMany;
        return false;
      },
    });
    return found.sort().map((path) => join(from, path));
  } catch (error) {
    if (error === tooMany) return undefined;
    throw error;
  }
}
