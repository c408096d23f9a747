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
  for (const [i, pattern] of table.files.entries()) {
    const span = dataset.locate(['tables', table.name, 'files', ...(table.files.length > 1 ? [i] : [])]);
    const beside = pattern.startsWith('./');
    const base = beside ? dirname(resolve(dataset.file)) : dataset.root;
    const found = /[*?[{]/.test(pattern)
      ? globSync(pattern, { cwd: base })
          .sort()
          .map((p) => join(base, p))
      : [isAbsolute(pattern) ? pattern : join(base, pattern)];
    const present = found.filter((path) => existsSync(path) && statSync(path).isFile());
    if (present.length === 0 && !table.optional) {
      const what = found.length === 0 ? `No file matches \`${pattern}\` below` : `There is no file \`${pattern}\` in`;
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
