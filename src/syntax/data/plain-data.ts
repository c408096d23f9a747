import type { Node, Scalar } from 'yaml';
import { tabHelp } from '../../diagnostics/odd-indentation.ts';
import type { Place, Places } from '../../model/places.ts';
import type { Report } from '../report.ts';
import { yaml } from '../packages.ts';

/** Scalars that are text in the model may be written as numbers; `source` is how they were written. */
export type Scalars = Map<object, Map<string, Scalar>>;
/** Where the keys of each node stand. */
export type KeyPlaces = WeakMap<object, Record<string, Place>>;
export type PlainData = { value: unknown; scalars: Scalars; keys: KeyPlaces };

const maximumNodes = 2_000_000;
const maximumAliased = 100_000;
const maximumDepth = 200;

const mistakes: Record<string, string> = {
  DUPLICATE_KEY: 'this key is given twice',
  TAB_AS_INDENT: 'a tab in the indentation',
  BAD_INDENT: 'this line is not indented as its neighbours are',
  MISSING_CHAR: 'a bracket, comma, colon or quotation mark is missing here',
  UNEXPECTED_TOKEN: 'this cannot stand here',
  BAD_ALIAS: 'an alias without its anchor',
  BLOCK_AS_IMPLICIT_KEY: 'a colon too many, or a line that is not indented as its neighbours are',
  MULTIPLE_DOCS: 'a second document begins here; a rulebook is one',
  BAD_DQ_ESCAPE: 'a backslash that means nothing',
  TAG_RESOLVE_FAILED: 'tags have no meaning in a rulebook',
};

/**
 * Reads YAML 1.2 (core schema, so that `ON`, `NO` and `Y` are texts) or JSON into plain data, noting where everything
 * stands. Undefined where it cannot be read; the reason is reported.
 */
export function plainData(source: string, json: boolean, places: Places, report: Report): PlainData | undefined {
  if (json && !isJson(source, report)) return undefined;
  const { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } = yaml();
  let nodes = 0;
  let aliased = 0;
  let inAlias = 0;
  const scalars: Scalars = new Map();
  const keys: KeyPlaces = new WeakMap();
  try {
    const document = parseDocument(source, {
      version: '1.2',
      schema: 'core',
      uniqueKeys: true,
      prettyErrors: false,
      merge: false,
      stringKeys: false,
      lineCounter: new LineCounter(),
    });
    const { errors } = document;
    const tab = errors.find((error) => error.code === 'TAB_AS_INDENT');
    // What could not be read first makes most of what comes after it unreadable.
    const first = tab ?? errors.find((error) => error.code !== 'DUPLICATE_KEY');
    const told = errors.filter((error) => error === first || (tab === undefined && error.code === 'DUPLICATE_KEY'));
    for (const error of [...told, ...document.warnings].slice(0, 20)) {
      const problem =
        error.code === 'DUPLICATE_KEY'
          ? 'duplicateKey'
          : error.code === 'TAB_AS_INDENT'
            ? 'tabIndent'
            : /RESOURCE|DEPTH/.test(error.code)
              ? 'tooDeep'
              : 'badData';
      report(
        problem,
        error.pos[0],
        Math.max(error.pos[0] + 1, error.pos[1]),
        problem === 'tooDeep'
          ? 'too many levels inside each other'
          : (mistakes[error.code] ?? 'this cannot be read as YAML'),
        error === tab ? tabHelp : undefined,
      );
      if (problem === 'tooDeep') break;
    }
    if (document.errors.length > 0 || document.contents === null)
      return document.errors.length > 0 ? undefined : { value: null, scalars, keys };

    const convert = (node: Node | null, depth: number): unknown => {
      if (++nodes > maximumNodes || (inAlias > 0 && ++aliased > maximumAliased)) throw tooMany;
      if (depth > maximumDepth) throw tooDeep;
      if (node === null) return null;
      if (isAlias(node)) {
        const target = node.resolve(document);
        if (target === undefined) return null;
        inAlias++;
        const value = convert(target as Node, depth + 1);
        inAlias--;
        return value;
      }
      if (isMap(node)) {
        const value: Record<string, unknown> = {};
        const parts: Record<string, Place> = {};
        const ownKeys: Record<string, Place> = {};
        keys.set(value, ownKeys);
        for (const pair of node.items) {
          const key = isScalar(pair.key)
            ? String((pair.key as Scalar).source ?? (pair.key as Scalar).value)
            : undefined;
          const keyPlace = rangeOf(pair.key as Node);
          if (key === undefined) {
            report('badData', keyPlace.start, keyPlace.end, 'keys are plain words');
            continue;
          }
          const child = convert(pair.value as Node | null, depth + 1);
          // Not by assignment: `__proto__` would change the object rather than be an unknown key.
          Object.defineProperty(value, key, { value: child, enumerable: true, configurable: true, writable: true });
          ownKeys[key] = keyPlace;
          parts[key] = typeof child === 'object' || pair.value === null ? keyPlace : rangeOf(pair.value as Node);
          if (isScalar(pair.value)) note(value, key, pair.value);
        }
        places.set(value, { ...rangeOf(node), parts });
        return value;
      }
      if (isSeq(node)) {
        const value: unknown[] = [];
        const parts: Record<string, { start: number; end: number }> = {};
        for (const item of node.items as Node[]) {
          parts[value.length] = rangeOf(item);
          if (isScalar(item)) note(value, String(value.length), item);
          value.push(convert(item, depth + 1));
        }
        places.set(value, { ...rangeOf(node), parts });
        return value;
      }
      const value = (node as Scalar).value;
      if (typeof value === 'string') refuseHidden(value, rangeOf(node));
      return value;
    };
    return { value: convert(document.contents as Node, 0), scalars, keys };
  } catch (error) {
    if (error === tooDeep || error instanceof RangeError)
      report('tooDeep', 0, 1, `more than ${maximumDepth} levels inside each other`);
    else if (error === tooMany)
      report('aliasBomb', 0, 1, 'aliases repeat so much that the file stands for millions of values');
    else throw error;
    return undefined;
  }

  function note(owner: object, key: string, scalar: Scalar): void {
    const own = scalars.get(owner) ?? new Map<string, Scalar>();
    own.set(key, scalar);
    scalars.set(owner, own);
  }

  function refuseHidden(text: string, at: { start: number; end: number }): void {
    if (!text.isWellFormed())
      report('notText', at.start, at.end, 'the text has half of a character (a lone surrogate)');
    const found = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.exec(text)?.[0];
    if (found === undefined) return;
    const code = found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    report('hiddenCharacter', at.start, at.end, `the invisible character U+${code} in a text`);
  }
}

const tooDeep = new Error('too deep');
const tooMany = new Error('too many');

function rangeOf(node: Node | null | undefined): { start: number; end: number } {
  const range = node?.range;
  return range ? { start: range[0], end: Math.max(range[0], range[1]) } : { start: 0, end: 0 };
}

function isJson(source: string, report: Report): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch (error) {
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? Math.max(0, source.length - 1));
    report('badData', at, at + 1, at >= source.trimEnd().length - 1 ? 'the JSON ends too early' : 'this is not JSON');
    return false;
  }
}
