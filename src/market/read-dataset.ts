import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isCollection, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type { Diagnostic, Span } from '../diagnostics/index.ts';
import { oddIndentation, tabHelp } from '../diagnostics/odd-indentation.ts';
import type { Dataset } from './dataset.ts';
import { notReadable } from './not-readable.ts';
import { readAtMost } from './read-at-most.ts';
import { shapeFindings } from './dataset-shape.ts';
import { declaredDerivations, declaredTables, type RawDataset } from './declared-tables.ts';
import { DATA_CODES, finding } from './finding.ts';
import { TOO_DEEP, yamlMistake } from './yaml-mistakes.ts';

const MOST_BYTES = 1_000_000;

/** The name under which a data set's description lies in its folder. */
export const DATASET_FILE = 'dataset.yaml';

/**
 * Reads and checks the description of a data set, without opening any table.
 *
 * @param path a folder that holds `dataset.yaml`, or such a file
 * @param root folder that table paths are relative to; the folder of `dataset.yaml` where absent
 */
export function readDataset(path: string, root?: string): { dataset: Dataset } | { diagnostics: Diagnostic[] } {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, DATASET_FILE) : path;
  if (!existsSync(file)) {
    const help = 'Give a folder that holds a `dataset.yaml`, or the path of such a file';
    return {
      diagnostics: [finding(DATA_CODES.datasetMissing, `There is no data set at \`${file}\``, [{ file }], { help })],
    };
  }
  if (/\.(csv|tsv|txt|parquet|xlsx?|rulebook)$/i.test(file)) return { diagnostics: [notADescription(file)] };
  let bytes: Uint8Array;
  try {
    bytes = readAtMost(file, MOST_BYTES + 1);
  } catch (error) {
    return { diagnostics: [notReadable(file, file, error)] };
  }
  if (bytes.length > MOST_BYTES) {
    const message = `\`${file}\` is larger than ${MOST_BYTES / 1e6} MB`;
    const help = 'Put rows into tables; `dataset.yaml` only says where they are';
    return { diagnostics: [finding(DATA_CODES.datasetTooLarge, message, [{ file }], { help })] };
  }
  return parseDataset(
    Buffer.from(bytes).toString('utf8'),
    file,
    root === undefined ? dirname(resolve(file)) : resolve(root),
  );
}

/** Says that a file is no description of a data set, and names the folder that is meant where the description lies beside it. */
function notADescription(file: string): Diagnostic {
  const folder = dirname(file);
  const beside = existsSync(join(folder, DATASET_FILE));
  const help = beside
    ? `Name the folder, which holds \`${DATASET_FILE}\`: \`${folder}\``
    : `Name a folder that holds \`${DATASET_FILE}\`, which says what its tables and columns are`;
  const what = file.endsWith('.rulebook') ? 'a rulebook' : 'one table';
  return finding(DATA_CODES.datasetMissing, `\`${file}\` is ${what}, not a data set`, [{ file }], { help });
}

function parseDataset(text: string, file: string, root: string): { dataset: Dataset } | { diagnostics: Diagnostic[] } {
  const lineCounter = new LineCounter();
  let document: ReturnType<typeof parseDocument>;
  let value: unknown;
  try {
    document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, lineCounter });
    const { errors } = document;
    if (errors.length > 0) {
      const tab = errors.find((error) => error.code === 'TAB_AS_INDENT');
      if (tab !== undefined) return { diagnostics: [notYaml(tabsIn(text), spanAt(file, ...tab.pos), tabHelp)] };
      const odd = oddLine(errors.map((error) => lineCounter.linePos(error.pos[0]).line));
      if (odd !== undefined) return { diagnostics: [odd] };
      // What could not be read first makes most of what comes after it unreadable.
      const [first] = errors;
      const told = errors.filter((error) => error === first || error.code === 'DUPLICATE_KEY');
      return {
        diagnostics: told.map((error) => notYaml(yamlMistake(error.code), spanAt(file, error.pos[0], error.pos[1]))),
      };
    }
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const what = error instanceof ReferenceError ? 'its aliases stand for too much, or for nothing' : TOO_DEEP;
    return { diagnostics: [notYaml(what, { file, row: 1 })] };
  }
  const contents = document.contents as ParsedNode | null;
  const locate = (path: (string | number)[]): Span => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const range = rangeOf(contents, path.slice(0, depth));
      if (range !== undefined) return spanAt(file, range[0], range[1]);
    }
    return { file, row: 1 };
  };
  const shape = shapeFindings(value, locate);
  if (shape.length > 0) {
    // Several at once may come from one line; a key that is near to another is misspelt.
    const misspelt = shape.some((d) => d.help?.startsWith('Did you mean'));
    const odd = misspelt || shape.length === 1 ? undefined : oddLine(shape.flatMap((d) => d.spans[0]?.row ?? []));
    return { diagnostics: odd === undefined ? shape : [odd] };
  }
  const raw = value as RawDataset;
  const tables = declaredTables(raw);
  const dataset: Dataset = { name: raw.dataset, file, root, text, tables, derive: declaredDerivations(raw), locate };
  return { dataset };

  /** The line whose indentation is all that is wrong. */
  function oddLine(near: number[]): Diagnostic | undefined {
    const odd = oddIndentation(text, near, howWrong, UNREAD);
    if (odd === undefined) return undefined;
    const span = spanAt(file, odd.start, odd.end);
    return finding(
      DATA_CODES.datasetNotYaml,
      `Line ${odd.line} is indented differently from its neighbours`,
      [{ ...span, label: odd.message }],
      { help: odd.help },
    );
  }

  function spanAt(inFile: string, start: number, end: number): Span {
    return { file: inFile, start, end, row: lineCounter.linePos(start).line };
  }
}

const UNREAD = 1000;

/** How much is wrong with a description: its mistakes, more than `UNREAD` where it is no YAML. */
function howWrong(text: string): number {
  try {
    const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: false });
    if (document.errors.length > 0) return UNREAD + document.errors.length;
    return shapeFindings(document.toJS({ maxAliasCount: 100 }), () => ({ file: '' })).length;
  } catch {
    return 2 * UNREAD;
  }
}

function tabsIn(text: string): string {
  const count = text.match(/^ *\t+[ \t]*\S/gm)?.length ?? 1;
  return count > 1 ? `tabs stand in the indentation of ${count} lines` : 'a tab stands in the indentation';
}

function notYaml(
  what: string,
  span: Span,
  help = '`dataset.yaml` is YAML 1.2; a text with `:` or `#` in it needs quotes',
): Diagnostic {
  return finding(DATA_CODES.datasetNotYaml, `This is not valid YAML: ${what}`, [span], { help });
}

/** Where the key (or, in a list, the value) at the end of a path stands. */
function rangeOf(node: ParsedNode | null, path: (string | number)[]): [number, number] | undefined {
  let at: unknown = node;
  let range: [number, number] | undefined;
  for (const step of path) {
    if (!isCollection(at)) return undefined;
    let next: unknown;
    for (const [i, item] of at.items.entries()) {
      const key = typeof item === 'object' && item !== null && 'key' in item ? item.key : undefined;
      if (key === undefined ? i === step : isScalar(key) && String(key.value) === String(step)) {
        const scalar = (key ?? item) as ParsedNode;
        range = scalar.range === undefined ? undefined : [scalar.range[0], scalar.range[1]];
        next = key === undefined ? item : (item as { value: unknown }).value;
      }
    }
    if (next === undefined) return undefined;
    at = next;
  }
  return range;
}
