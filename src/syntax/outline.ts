import type { Comments } from '../model/rulebook.ts';
import type { Line, Token } from './scan.ts';
import type { Report } from './report.ts';
import { Close, Colon, Comma, Equals, Open, Text } from './tokens/basics.ts';
import {
  And,
  Between,
  Comparison,
  Divide,
  Else,
  Is,
  Minus,
  NotIn,
  Or,
  Otherwise,
  Plus,
  Power,
  Then,
  Times,
} from './tokens/expression.ts';
import { Name } from './tokens/kit.ts';
import { sectionKeywords } from './tokens/section.ts';

/** A sentence with what is indented under it. */
export type Statement = { tokens: Token[]; indent: number; comments?: Comments | undefined; children: Statement[] };
/** Sections with what is under them; `comments` are those of the file itself. */
export type Outline = { sections: Statement[]; comments?: Comments };

const operators = new Set([
  And,
  Or,
  Then,
  Else,
  Otherwise,
  Comparison,
  Is,
  Plus,
  Minus,
  Times,
  Divide,
  Power,
  Between,
  NotIn,
]);
const endsOpen = new Set([...operators, Comma, Open]);
const startsInside = new Set([...operators, Close]);

/**
 * Puts lines together to sentences, and sentences under those they are indented under; comments go with their sentence.
 */
export function outline(lines: Line[], report: Report): Outline {
  const root: Statement = { tokens: [], indent: -1, children: [] };
  const stack = [root];
  let waiting: { text: string; indent: number; start: number; gap: boolean }[] = [];
  let file: Comments | undefined;
  let index = 0;

  while (index < lines.length) {
    const line = lines[index++]!;
    if (line.tokens.length === 0) {
      waiting.push({ text: line.comment!.text, indent: line.indent, start: line.start, gap: line.blankBefore });
      continue;
    }
    const statement: Statement = { tokens: line.tokens, indent: line.indent, children: [] };
    const inside = goOn(statement, line);
    place(statement, line.blankBefore, line);
    statement.comments = withComments(statement.comments, { before: inside });
  }
  closeDown(0);
  if (waiting.length > 0) file = withComments(file, { end: waiting.map((c) => c.text) });
  return file === undefined ? { sections: root.children } : { sections: root.children, comments: file };

  /** Takes the lines that continue the sentence; gives back the comments that stood inside it. */
  function goOn(statement: Statement, first: Line): string[] {
    const inside: string[] = [];
    let depth = parentheses(first.tokens);
    let last = first;
    for (;;) {
      let next = index;
      while (next < lines.length && lines[next]!.tokens.length === 0) next++;
      const line = lines[next];
      if (line === undefined || !continues(last, line, depth)) break;
      if (last.comment !== undefined) inside.push(last.comment.text);
      for (; index < next; index++) inside.push(lines[index]!.comment!.text);
      index++;
      depth += parentheses(line.tokens);
      // Not with spread arguments: a sentence may be longer than a call stack.
      for (const token of line.tokens) statement.tokens.push(token);
      last = line;
    }
    if (last.comment !== undefined) statement.comments = { after: last.comment.text };
    return inside;
  }

  function place(statement: Statement, gap: boolean, line: Line): void {
    // Comments that are indented further than the sentence to come close what stands above them.
    let from = 0;
    if (stack.length > 1) {
      while (from < waiting.length && waiting[from]!.indent > statement.indent) from++;
      if (from > 0) leaveBehind(waiting.slice(0, from));
    }
    let own = waiting.slice(from);
    waiting = [];
    const above = root.children.at(-1);
    if (statement.indent > 0 && isSectionLine(statement.tokens)) {
      const message = `\`${statement.tokens[0]!.image}\` begins a section, but the line is indented`;
      report('indent', line.start, endOf(statement), message, 'Move it to the left, to the beginning of its line');
      statement.indent = 0;
    } else if (statement.indent === 0 && above !== undefined && isLabelled(statement.tokens)) {
      const message = `\`${statement.tokens[0]!.image}\` is a line of the section \`${above.tokens[0]!.image}\`, but it is not indented`;
      report('unknownSection', line.start, endOf(statement), message, 'Indent it like the lines of the section');
      statement.indent = above.children[0]?.indent ?? 2;
    }
    closeDown(statement.indent);
    const parent = stack.at(-1)!;
    const sibling = parent.children[0];
    if (parent === root && statement.indent > 0) {
      report('indent', line.start, line.start + line.indent, 'this line is indented but belongs to no section');
    } else if (sibling !== undefined && sibling.indent !== statement.indent && parent !== root) {
      const message = `this line is indented by ${statement.indent}, its neighbours by ${sibling.indent}`;
      report('indent', line.start, line.start + line.indent, message);
    }
    if (parent === root && parent.children.length === 0 && stack.length === 1) {
      const split = gap ? own.length : own.findLastIndex((comment) => comment.gap);
      if (split > 0) {
        file = { before: own.slice(0, split).map((c) => c.text) };
        own = own.slice(split);
      }
    }
    parent.children.push(statement);
    stack.push(statement);
    statement.comments = withComments(statement.comments, { before: own.map((c) => c.text) });
  }

  /** Gives comments to the deepest open statement that has lines under it where they stand, as the end of it. */
  function leaveBehind(comments: { text: string; indent: number }[]): void {
    for (const comment of comments) {
      let owner = stack.length - 1;
      while (owner > 1 && stack[owner]!.indent >= comment.indent) owner--;
      const statement = stack[Math.max(1, owner)]!;
      statement.comments = withComments(statement.comments, { end: [comment.text] });
    }
  }

  function closeDown(indent: number): void {
    if (waiting.length > 0 && stack.length > 1 && index >= lines.length) {
      const split = waiting.findIndex((comment) => comment.indent === 0);
      const inner = split < 0 ? waiting : waiting.slice(0, split);
      leaveBehind(inner);
      waiting = split < 0 ? [] : waiting.slice(split);
    }
    while (stack.length > 1 && stack.at(-1)!.indent >= indent) stack.pop();
  }
}

/** Whether a sentence can only be the line of a section: its word, and no name with a colon or an equals sign. */
function isSectionLine(tokens: readonly Token[]): boolean {
  const first = tokens[0]!;
  return (
    (sectionKeywords as readonly string[]).includes(first.image) &&
    tokens[1]?.tokenType !== Text &&
    !tokens.some((token) => token.tokenType === Colon || token.tokenType === Equals)
  );
}

/** Whether a sentence begins with a name and a colon or an equals sign, and goes on: a rule, no section. */
function isLabelled(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  return (
    tokens.length > 2 &&
    !(sectionKeywords as readonly string[]).includes(first!.image) &&
    (second!.tokenType === Colon || second!.tokenType === Equals)
  );
}

function endOf(statement: Statement): number {
  return statement.tokens.at(-1)!.endOffset + 1;
}

function continues(last: Line, next: Line, depth: number): boolean {
  const first = next.tokens[0]!;
  // A new section, a name with its colon or equals sign, or prose never continues a sentence, whatever is still open
  // above.
  if (next.indent === 0) return false;
  const second = next.tokens[1]?.tokenType;
  if (second !== undefined && (second === Colon || second === Equals)) return false;
  if (first.tokenType === Name && second === Text) return false;
  return depth > 0 || endsOpen.has(last.tokens.at(-1)!.tokenType) || startsInside.has(first.tokenType);
}

function parentheses(tokens: Token[]): number {
  let depth = 0;
  for (const { tokenType } of tokens) depth += tokenType === Open ? 1 : tokenType === Close ? -1 : 0;
  return depth;
}

/** Comments with more added; undefined where there are none at all. */
export function withComments(comments: Comments | undefined, more: Comments): Comments | undefined {
  const before = [...(comments?.before ?? []), ...(more.before ?? [])];
  const end = [...(comments?.end ?? []), ...(more.end ?? [])];
  const after = comments?.after ?? more.after;
  if (before.length === 0 && end.length === 0 && after === undefined) return undefined;
  return {
    ...(before.length > 0 && { before }),
    ...(after !== undefined && { after }),
    ...(end.length > 0 && { end }),
  };
}
