import type { Comments, Rulebook } from '../model/rulebook.ts';
import type { Section } from '../model/section.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { outline, type Statement, withComments } from './outline.ts';
import { sentences, type Sentences } from './parse-sentence.ts';
import type { Place, Places } from '../model/places.ts';
import { problemsOfNode } from './problems-of-node.ts';
import type { Report } from './report.ts';
import { scan, type Token } from './scan.ts';
import { type SentenceForm, sentenceForms } from './sentence-forms.ts';
import { type ItemForm, requiredLines, sectionForms } from './section-forms.ts';
import { Text } from './tokens/basics.ts';
import { Name } from './tokens/kit.ts';
import { Cite, Clause, type SectionKeyword, sectionKeywords } from './tokens/section.ts';
import { unreadStretches } from './unread.ts';

type Noted = { prose?: Record<string, string>; cite?: unknown[]; comments?: Comments };
type Loose = Record<string, unknown> & Noted;

/**
 * Reads the text form. What has a mistake is left out of the rulebook; everything else is in it. `unread` are the
 * stretches of the text that were left out, or read in part.
 */
export function readText(source: string, places: Places, tell: Report): { rulebook: Rulebook; unread: Place[] } {
  const mistakes: Parameters<Report>[] = [];
  const report: Report = (...mistake) => mistakes.push(mistake);
  const { sections, comments } = outline(scan(source, report), report);
  const reader = sentences(places, report);
  const rulebook: Rulebook = { rulebook: 1, sections: [] };
  if (isNoRulebook(sections)) {
    const [first] = sections;
    const message = `this is no rulebook: of ${sections.length} lines at the margin, ${sections.filter(beginsSection).length} begin a section`;
    tell('noRulebook', first!.tokens[0]!.startOffset, endOf(first!.tokens.at(-1)!), message);
    return { rulebook, unread: [] };
  }
  const kept = new Set<Statement>();
  for (const statement of sections) {
    const section = readSection(statement, reader, places, report);
    if (section === undefined) continue;
    rulebook.sections.push(section);
    kept.add(statement);
  }
  if (comments !== undefined) rulebook.comments = comments;
  places.set(rulebook, { start: 0, end: source.length });
  if (sections.length === 0) report('empty', 0, 0, 'there is no section in the file');
  for (const mistake of mistakes) tell(...mistake);
  const starts = mistakes.map(([, start]) => start);
  return { rulebook, unread: unreadStretches(sections, starts, kept) };
}

/** Whether a text is plainly something else: of many lines at the margin hardly one begins a section. */
function isNoRulebook(sections: readonly Statement[]): boolean {
  return sections.length >= 4 && sections.filter(beginsSection).length * 10 < sections.length;
}

/** Whether a line begins with the word of a section, or one like it. */
function beginsSection({ tokens }: Statement): boolean {
  return nearest(tokens[0]!.image, sectionKeywords) !== undefined;
}

function readSection(statement: Statement, reader: Sentences, places: Places, report: Report): Section | undefined {
  const first = statement.tokens[0]!;
  // A word before a colon is read as a name, so the keyword is found by how it is written.
  let keyword = first.image as SectionKeyword | undefined;
  let known = true;
  if (!sectionKeywords.includes(keyword as SectionKeyword)) {
    known = false;
    keyword = nearest(first.image, sectionKeywords) as SectionKeyword | undefined;
    const help =
      keyword === undefined
        ? `sections are ${sectionKeywords.map((k) => `\`${k}\``).join(', ')}`
        : `Did you mean \`${keyword}\`?`;
    if (statement.indent === 0 || keyword !== undefined) {
      report(
        'unknownSection',
        first.startOffset,
        endOf(first),
        `\`${first.image.slice(0, 40)}\` begins no section`,
        help,
      );
    }
    if (keyword === undefined) return undefined;
  }
  const header = known ? reader.parse('sectionHeader', statement.tokens, headerForm(keyword!))?.value : undefined;
  // With the header broken its lines are still read, so that their own mistakes come to light in the same run.
  const section = (header ?? { section: keyword }) as unknown as Loose;
  const form = sectionForms[keyword!];
  if (form.list !== undefined) section[form.list] = [];
  place(places, section, statement);
  addComments(section, statement.comments);
  const said = new Map<string, Token>();
  for (const child of statement.children) readItem(child, section, form.item, form.list, said, reader, places, report);
  problemsOfNode(section, places, report);
  if (known && header === undefined) return undefined;
  for (const key of requiredLines[keyword!] ?? []) {
    if (section[key.key] !== undefined) continue;
    if (statement.children.every((c) => !key.words.includes(c.tokens[0]!.image.split(' ')[0]!))) {
      report(
        'missing',
        first.startOffset,
        endOf(first),
        `the section \`${keyword}\` does not say ${key.what}`,
        `add a line like \`${key.like}\``,
      );
    }
    return undefined;
  }
  return header === undefined && form.bare === undefined ? undefined : (section as unknown as Section);
}

/** Which section line to show as an example. */
function headerForm(keyword: SectionKeyword): SentenceForm {
  const form = `${keyword}Header`;
  return form in sentenceForms ? (form as SentenceForm) : 'plainHeader';
}

function readItem(
  statement: Statement,
  owner: Loose,
  form: ItemForm,
  list: string | undefined,
  said: Map<string, Token>,
  reader: Sentences,
  places: Places,
  report: Report,
): void {
  if (readNote(statement, owner, said, reader, report)) return;
  const read = reader.parse(form.rule, statement.tokens);
  // Half a sentence says something else than the whole.
  const result = read?.whole === true ? read : undefined;
  if (list === undefined) {
    // A line that says one thing of the section, rather than a rule of its own; only groups are rules as well.
    const group = (result?.value as { groups?: Loose[] } | undefined)?.groups?.[0];
    const inner = new Map<string, Token>();
    for (const child of statement.children) {
      if (group === undefined || !readNote(child, group, inner, reader, report)) misplaced(child, report);
    }
    for (const [key, value] of Object.entries(result?.value ?? {})) {
      if (group !== undefined && key === 'groups') {
        owner[key] = [...((owner[key] as unknown[]) ?? []), group];
        addComments(group, statement.comments);
        problemsOfNode(group, places, report);
        continue;
      }
      if (onlyOnce(key, statement.tokens[0]!, said, report)) {
        owner[key] = value;
        notePart(places, owner, key, statement);
        lineComments(owner, key, statement.comments);
      }
    }
    if (result !== undefined && Object.keys(result.value as object).length === 0)
      lineComments(owner, 'where', statement.comments);
    return;
  }
  const node = (result?.value ?? {}) as Loose;
  addComments(node, statement.comments);
  if (form.children?.list !== undefined) node[form.children.list] = [];
  const inner = new Map<string, Token>();
  for (const child of statement.children) {
    if (form.children === undefined) {
      if (!readNote(child, node, inner, reader, report)) misplaced(child, report);
    } else if (form.children.rule === 'clause') {
      if (!readNote(child, node, inner, reader, report)) readClause(child, node, reader, report);
    } else readItem(child, node, form.children, form.children.list, inner, reader, places, report);
  }
  if (result === undefined) return;
  if (form.children?.rule === 'clause' && (node.clauses as unknown[] | undefined)?.length === 0) delete node.clauses;
  problemsOfNode(node, places, report);
  (owner[list] as unknown[]).push(node);
}

function readNote(
  statement: Statement,
  owner: Loose,
  said: Map<string, Token>,
  reader: Sentences,
  report: Report,
): boolean {
  const [first, second] = statement.tokens;
  if (first!.tokenType === Cite) {
    const cite = reader.parse('citation', statement.tokens)?.value;
    if (cite !== undefined) {
      owner.cite ??= [];
      lineComments(owner, `cite/${owner.cite.length}`, statement.comments);
      owner.cite.push(cite);
    }
  } else if (first!.tokenType === Name && second?.tokenType === Text) {
    const line = reader.parse('prose', statement.tokens)?.value;
    if (line !== undefined) {
      const language = line.language.image;
      if (!/^[a-z]{2,3}(_[A-Za-z0-9]{2,8})*$/.test(language)) {
        const message = `\`${language}\` is not a language`;
        report('badLanguage', line.language.startOffset, endOf(line.language), message);
      } else if (onlyOnce(language, first!, said, report)) {
        owner.prose ??= {};
        owner.prose[language] = line.text.payload;
        lineComments(owner, `prose/${language}`, statement.comments);
      }
    }
  } else return false;
  for (const child of statement.children) misplaced(child, report);
  return true;
}

function readClause(statement: Statement, owner: Loose, reader: Sentences, report: Report): void {
  for (const child of statement.children) misplaced(child, report);
  if (statement.tokens[0]!.tokenType !== Clause) {
    misplaced(statement, report);
    return;
  }
  const clause = reader.parse('clause', statement.tokens)?.value;
  if (clause === undefined) return;
  const clauses = owner.clauses as string[];
  lineComments(owner, `clauses/${clauses.length}`, statement.comments);
  clauses.push(clause.payload);
}

function misplaced(statement: Statement, report: Report): void {
  const first = statement.tokens[0]!;
  report(
    'misplaced',
    first.startOffset,
    endOf(statement.tokens.at(-1)!),
    `\`${first.image.slice(0, 40)}\` … belongs to nothing here`,
  );
}

function onlyOnce(key: string, token: Token, said: Map<string, Token>, report: Report): boolean {
  if (!said.has(key)) {
    said.set(key, token);
    return true;
  }
  report('twice', token.startOffset, endOf(token), `\`${token.image}\` is said twice`);
  return false;
}

function addComments(node: Loose, comments: Comments | undefined): void {
  if (comments !== undefined) node.comments = { ...node.comments, ...withComments(node.comments, comments) };
}

function lineComments(owner: Loose, key: string, comments: Comments | undefined): void {
  if (comments === undefined) return;
  const { before = [], end = [], after } = comments;
  const all = [...before, ...end];
  owner.comments ??= {};
  owner.comments.lines ??= {};
  owner.comments.lines[key] = { ...(all.length > 0 && { before: all }), ...(after !== undefined && { after }) };
}

function place(places: Places, node: object, statement: Statement): void {
  if (!places.has(node))
    places.set(node, { start: statement.tokens[0]!.startOffset, end: endOf(statement.tokens.at(-1)!) });
}

function notePart(places: Places, owner: object, key: string, statement: Statement): void {
  const own = places.get(owner);
  if (own === undefined) return;
  own.parts ??= {};
  own.parts[key] = { start: statement.tokens[0]!.startOffset, end: endOf(statement.tokens.at(-1)!) };
}

function endOf(token: Token): number {
  return token.endOffset + 1;
}
