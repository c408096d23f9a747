import type { Rulebook, Citation, Prose } from '../model/rulebook.ts';
import type { Source } from '../model/section.ts';

/** Where nodes of a rulebook stand in its file, by JSON pointer; offsets, end exclusive. */
type Places = ReadonlyMap<string, { start: number; end: number }>;

/** A rulebook as it was read: the model, the file's text, and the text form of the same (equal where the file is in text form). */
export type RulebookSource = {
  file: string;
  text: string;
  rulebook: Rulebook;
  sourceMap: Places;
  textForm: { text: string; sourceMap: Places };
};

/** What can be told of a rule: its sentence, prose, the clauses it implements, and where it stands. */
export type RulePlace = {
  rule: string;
  sentence?: string;
  prose?: Prose;
  cites: { source: string; title: string; publisher: string; edition: string; clause: string; because?: string }[];
  file: string;
  line: number;
};

/** A function that tells of the rule at a pointer. */
export function rulePlaces(source: RulebookSource): (pointer: string) => RulePlace {
  const documents = new Map<string, Source>();
  for (const section of source.rulebook.sections)
    if (section.section === 'sources') for (const document of section.sources) documents.set(document.name, document);
  const known = new Map<string, RulePlace>();
  return (pointer) => {
    let place = known.get(pointer);
    if (place === undefined) {
      place = tell(source, documents, pointer);
      known.set(pointer, place);
    }
    return place;
  };
}

type Node = { name?: string; prose?: Prose; cite?: Citation[] };

function tell(source: RulebookSource, documents: Map<string, Source>, pointer: string): RulePlace {
  const chain = nodesAlong(source.rulebook, pointer);
  const rule = chain.at(-1);
  const prose = chain.findLast((n) => n.prose !== undefined)?.prose;
  const cites = chain.findLast((n) => n.cite !== undefined && n.cite.length > 0)?.cite ?? [];
  const sentence = sentenceAt(source.textForm, pointer);
  return {
    rule: rule?.name ?? pointer,
    ...(sentence === undefined ? {} : { sentence }),
    ...(prose === undefined ? {} : { prose }),
    cites: cites.map(({ source: name, clause, because }) => {
      const document = documents.get(name);
      const { title = name, publisher = '', edition = '' } = document ?? {};
      return { source: name, title, publisher, edition, clause, ...(because === undefined ? {} : { because }) };
    }),
    file: source.file,
    line: lineOf(source, pointer),
  };
}

/** The objects on the way to a pointer, from the outermost. */
function nodesAlong(root: unknown, pointer: string): Node[] {
  const found: Node[] = [];
  let at = root;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof at !== 'object' || at === null) break;
    at = (at as Record<string, unknown>)[step];
    if (typeof at === 'object' && at !== null && !Array.isArray(at)) found.push(at as Node);
  }
  return found;
}

function lineOf(source: RulebookSource, pointer: string): number {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = source.sourceMap.get(at);
    if (place !== undefined) return source.text.slice(0, place.start).split('\n').length;
    if (at === '') return 1;
  }
}

/** The sentence of a rule as written, on one line, without its prose and citations. */
function sentenceAt(form: RulebookSource['textForm'], pointer: string): string | undefined {
  const place = form.sourceMap.get(pointer);
  if (place === undefined) return undefined;
  const lines: string[] = [];
  for (const [i, line] of form.text.slice(place.start, place.end).split('\n').entries()) {
    const bare = withoutComment(line).trim();
    if (i > 0 && /^([a-z]{2,3} "|cite |[A-Za-z_]\w*: )/.test(bare)) break;
    if (bare !== '') lines.push(bare);
  }
  return lines.join(' ');
}

function withoutComment(line: string): string {
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    if (line[i] === '\\' && quoted) i += 1;
    else if (line[i] === '"') quoted = !quoted;
    else if (line[i] === '#' && !quoted) return line.slice(0, i);
  }
  return line;
}
