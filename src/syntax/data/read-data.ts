import type { Scalar } from 'yaml';
import { type OddLine, oddIndentation } from '../../diagnostics/odd-indentation.ts';
import type { Rulebook } from '../../model/rulebook.ts';
import { sentences, type Sentences } from '../parse-sentence.ts';
import type { Place, Places } from '../../model/places.ts';
import { problemsOfNode } from '../problems-of-node.ts';
import type { Report } from '../report.ts';
import { scan, type Token } from '../scan.ts';
import { isReserved } from '../tokens/is-reserved.ts';
import { checkShape } from './check-shape.ts';
import { strayComments } from './comment-keys.ts';
import { type KeyPlaces, type PlainData, plainData, type Scalars } from './plain-data.ts';
import { textKind, type TextKind } from './text-keys.ts';

const digitKeys = new Set(['divisor']);
const nameKeys = new Set([
  'of',
  'by',
  'set',
  'within',
  'rankedBy',
  'candidates',
  'measure',
  'pricedIn',
  'currency',
  'id',
  'source',
]);
const namedLists = new Set(['sources', 'fields', 'measures', 'groups', 'rankings', 'events']);

/** Reads the data form. Undefined where it is no rulebook; what is wrong with it is reported. */
export function readData(source: string, json: boolean, places: Places, report: Report): Rulebook | undefined {
  const found: Parameters<Report>[] = [];
  const data = shaped(source, json, places, (...one) => found.push(one));
  if (data === undefined) {
    const odd = json || !mayBeIndentation(found) ? undefined : oddLine(source, found);
    if (odd !== undefined) report('indent', odd.start, odd.end, odd.message, odd.help);
    else for (const one of found) report(...one);
    return undefined;
  }
  for (const one of found) report(...one);
  readSentences(data.value, '', { source, scalars: data.scalars, keys: data.keys, places, report });
  return data.value as Rulebook;
}

/** The data of a rulebook; undefined where it cannot be read or has not the shape of one. */
function shaped(source: string, json: boolean, places: Places, report: Report): PlainData | undefined {
  const data = plainData(source, json, places, report);
  if (data === undefined) return undefined;
  if (data.value === null) {
    report('empty', 0, 0, 'there is nothing in the file');
    return undefined;
  }
  digitsAsText(data.value, '', data.scalars);
  return checkShape(data.value, places, data.keys, report) ? data : undefined;
}

/** Whether one line with a wrong indentation may be behind it all: not where a tab, or a misspelt key, is told. */
function mayBeIndentation(found: readonly Parameters<Report>[]): boolean {
  const [first] = found;
  if (found.some(([problem]) => problem === 'tabIndent' || problem === 'duplicateKey')) return false;
  if (first?.[0] === 'badData') return true;
  return found.length > 1 && !found.some(([, , , , help]) => help?.startsWith('Did you mean'));
}

const unread = 1000;

/** The line whose indentation is all that is wrong with a file. */
function oddLine(source: string, found: readonly Parameters<Report>[]): OddLine | undefined {
  const near = found.map(([, start]) => source.slice(0, start).split('\n').length);
  const wrong = (text: string) => {
    let count = 0;
    let readable = true;
    const report: Report = (problem) => {
      count++;
      if (problem === 'badData' || problem === 'tooDeep' || problem === 'tabIndent') readable = false;
    };
    shaped(text, false, new Map(), report);
    return count + (readable ? 0 : unread);
  };
  return oddIndentation(source, near, wrong, unread);
}

type Context = { source: string; scalars: Scalars; keys: KeyPlaces; places: Places; report: Report };

/**
 * Puts what sentences say in their place, and looks at names and periods on the way. A sentence that cannot be read is
 * left out.
 */
function readSentences(node: unknown, at: string, context: Context): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const item of node) readSentences(item, at, context);
    return;
  }
  const record = node as Record<string, unknown>;
  problemsOfNode(record, context.places, context.report);
  strayComments(record, context.places, context.keys, context.report);
  for (const [key, value] of Object.entries(record)) {
    if (at === 'comments' || at === 'lines' || at === 'prose') return;
    const kind = typeof value === 'string' ? textKind(key, record, at) : undefined;
    if (kind !== undefined) {
      const read = sentence(kind, value as string, record, key, context);
      if (read === undefined) delete record[key];
      else record[key] = read;
    } else if (
      typeof value === 'string' &&
      isReserved(value) &&
      (nameKeys.has(key) || (key === 'name' && namedLists.has(at)))
    ) {
      const place = context.places.get(record)?.parts?.[key] ?? { start: 0, end: 0 };
      context.report(
        'reservedWord',
        place.start,
        place.end,
        `\`${value}\` is a word of the language, where a name is wanted`,
      );
    } else readSentences(value, key, context);
  }
}

function sentence(
  kind: TextKind,
  text: string,
  owner: object,
  key: string,
  { source, scalars, places, report }: Context,
): unknown {
  const scalar = scalars.get(owner)?.get(key);
  const place = places.get(owner)?.parts?.[key] ?? { start: 0, end: 0 };
  const shift = shiftInto(source, text, scalar, place);
  const found: Report = (problem, start, end, message, help) =>
    report(problem, shift(start), Math.max(shift(end), shift(start)), message, help);
  const tokens = scan(text, found).flatMap((line) => {
    if (line.comment !== undefined)
      found(
        'strayCharacter',
        line.comment.start,
        line.comment.end,
        'a comment inside a sentence',
        'comments of the data form stand in `comments`',
      );
    return line.tokens;
  });
  if (kind === 'unit' && text.replaceAll(' ', '') === 'yes/no') return 'yes/no';
  if (kind === 'dateRule' && text.trim() === 'decided') return { op: 'decided' };
  if (tokens.length === 0) {
    found('unreadableSentence', 0, text.length, 'nothing is said here');
    return undefined;
  }
  const moved: Token[] = tokens.map((token) => ({
    ...token,
    startOffset: shift(token.startOffset),
    endOffset: shift(token.endOffset + 1) - 1,
  }));
  const reader: Sentences = sentences(places, report);
  return reader.parse(kind, moved)?.value;
}

/**
 * How offsets inside a text become offsets in the file: exactly where the text stands there as it is, else its ends.
 */
function shiftInto(source: string, text: string, scalar: Scalar | undefined, place: Place): (offset: number) => number {
  for (const lead of scalar?.type === 'PLAIN' ? [0] : [1]) {
    if (source.startsWith(text, place.start + lead)) return (offset) => place.start + lead + offset;
  }
  return (offset) =>
    offset <= 0
      ? place.start
      : Math.min(place.end, place.start + Math.round((offset / text.length) * (place.end - place.start)));
}

/** Numbers where the model has decimal text, or a sentence, become the text they were written as. */
function digitsAsText(node: unknown, at: string, scalars: Scalars): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node as Record<string, unknown>)) {
    if (typeof value !== 'number') {
      digitsAsText(value, Array.isArray(node) ? at : key, scalars);
      continue;
    }
    const wanted =
      digitKeys.has(key) ||
      (at === 'base' && key === 'value') ||
      textKind(key, node as Record<string, unknown>, at) === 'expression';
    const written = scalars.get(node)?.get(key)?.source;
    if (wanted && written !== undefined) (node as Record<string, unknown>)[key] = written;
  }
}
