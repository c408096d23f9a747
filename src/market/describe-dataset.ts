import type { Diagnostic } from '../diagnostics/index.ts';
import type { TableKind } from './dataset.ts';
import { declaredFields } from './declared-fields.ts';
import { DATA_CODES, finding } from './finding.ts';
import type { FieldInfo } from './market.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { readDataset } from './read-dataset.ts';
import { tableFiles } from './table-files.ts';

/** What a data set offers, told from `dataset.yaml` and the names of its files, without reading a row. */
export type DatasetDescription = {
  name: string;
  file: string;
  /** By name. */
  fields: FieldInfo[];
  tables: { name: string; kind: TableKind; files: string[] }[];
};

/**
 * Describes a data set without reading its rows.
 *
 * @param path a folder that holds `dataset.yaml`, or such a file
 * @param root folder that table paths are relative to; the folder of `dataset.yaml` where absent
 */
export function describeDataset(
  path: string,
  root?: string,
): { description: DatasetDescription } | { diagnostics: Diagnostic[] } {
  const read = readDataset(path, root);
  if ('diagnostics' in read) return read;
  const { dataset } = read;
  const { fields, diagnostics } = declaredFields(dataset);
  const tables = dataset.tables.map((table) => {
    const found = tableFiles(dataset, table);
    diagnostics.push(...found.diagnostics);
    return { name: table.name, kind: table.kind, files: found.files.map((f) => f.label) };
  });
  if (diagnostics.length > 0) return { diagnostics };
  const infos = [...fields.values()].map((f) => f.info).sort((a, b) => (a.name < b.name ? -1 : 1));
  return { description: { name: dataset.name, file: dataset.file, fields: infos, tables } };
}

/** A finding for each needed field that a data set does not have, with the name that may have been meant. */
export function checkFields(described: { file: string; fields: FieldInfo[] }, needed: Iterable<string>): Diagnostic[] {
  const names = described.fields.map((f) => f.name);
  return [...new Set(needed)]
    .filter((name) => !names.includes(name))
    .map((name) => {
      const close = nearest(name, names);
      const help =
        close === undefined ? `It has ${names.map((n) => `\`${n}\``).join(', ')}` : `Did you mean \`${close}\`?`;
      return finding(DATA_CODES.unknownField, `The data set has no field \`${name}\``, [{ file: described.file }], {
        help,
      });
    });
}
