import type { Citation, Prose } from '../model/rulebook.ts';
import type { Source } from '../model/section.ts';
import { lineAndColumn, type SourceMap, spanOf } from '../model/source-map.ts';

/** A rulebook as it was read, and its text form (the same where the file is in text form). */
export type RulebookSource = { file: SourceMap; text: SourceMap };

/** What can be told of a rule: its sentence, prose, the clauses it implements, and where it stands. */
export type RulePlace = {
  rule: string;
  sentence?: string;
  prose?: Prose;
  cites: { source: string; title: string; publisher: string; edition: string; clause: string; because?: string }[];
  file: string;
  line: number;
};

/** Tells of the rule at a pointer, and of the steps of the selection at a pointer. */
export type RulePlaces = { at(pointer: string): RulePlace; stepsOf(pointer: string): RulePlace[] };

/** Where the rules of a rulebook stand. */
export function rulePlaces(source: RulebookSource): RulePlaces {
  const documents = new Map<string, Source>();
  for (const section of source.file.rulebook.sections)
    if (section.section === 'sources') for (const document of section.sources) documents.set(document.name, document);
  const known = new Map<string, RulePlace>();
  const at = (pointer: string): RulePlace => {
    let place = known.get(pointer);
    if (place === undefined) {
      place = tell(source, documents, pointer);
      known.set(pointer, place);
    }
    return place;
  };
  const stepsOf = (pointer: string) => {
    const section = nodesAlong(source.file.rulebook, pointer).at(-1) as { tiers?: unknown[] } | undefined;
    return (section?.tiers ?? []).map((_, k) => at(`${pointer}/tiers/${k}`));
  };
  return { at, stepsOf };
}

type Node = { name?: string; prose?: Prose; cite?: Citation[] };

function tell(source: RulebookSource, documents: Map<string, Source>, pointer: string): RulePlace {
  const chain = nodesAlong(source.file.rulebook, pointer);
  const rule = chain.at(-1);
  const prose = chain.findLast((n) => n.prose !== undefined)?.prose;
  const cites = chain.findLast((n) => n.cite !== undefined && n.cite.length > 0)?.cite ?? [];
  const sentence = sentenceAt(source.text, pointer);
  return {
    rule: rule?.name ?? pointer,
    ...(sentence === undefined ? {} : { sentence }),
    ...(prose === undefined ? {} : { prose }),
    cites: cites.map(({ source: name, clause, because }) => {
      const document = documents.get(name);
      const { title = name, publisher = '', edition = '' } = document ?? {};
      return { source: name, title, publisher, edition, clause, ...(because === undefined ? {} : { because }) };
    }),
    file: source.file.file,
    line: lineAndColumn(source.file.source, spanOf(source.file, pointer)?.start ?? 0).line,
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

/** The sentence of a rule as written, on one line, without its prose and citations. */
function sentenceAt(text: SourceMap, pointer: string): string | undefined {
  const place = spanOf(text, pointer);
  if (place?.start === undefined) return undefined;
  const lines: string[] = [];
  for (const [i, line] of text.source.slice(place.start, place.end).split('\n').entries()) {
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
