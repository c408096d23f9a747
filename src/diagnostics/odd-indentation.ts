/** A line of YAML that is indented differently from its neighbours. Lines are counted from 1; `start` and `end` are where it begins to say something. */
export type OddLine = { line: number; start: number; end: number; message: string; help: string };

const longest = 200_000;
const mostTries = 60;

/**
 * The one line of a YAML text whose indentation is all that is wrong with it, if there is one: with the indentation of its neighbours the
 * text is right. `near`: lines where something is wrong; `wrong` says how much is wrong with a text, below `unread` where it can be read.
 */
export function oddIndentation(
  text: string,
  near: readonly number[],
  wrong: (text: string) => number,
  unread: number,
): OddLine | undefined {
  if (text.length > longest) return undefined;
  const lines = text.split('\n');
  const before = wrong(text);
  let tries = 0;
  let best: { line: number; indent: number; left: number } | undefined;
  for (const line of around(near, lines)) {
    for (const indent of indentsFor(lines, line)) {
      if (++tries > mostTries) break;
      const tried = lines.with(line, `${' '.repeat(indent)}${lines[line]!.trimStart()}`).join('\n');
      const left = wrong(tried);
      if (left < (best?.left ?? before)) best = { line, indent, left };
      if (left === 0) break;
    }
    if (best?.left === 0) break;
  }
  if (best === undefined || (best.left > 0 && (before < unread || best.left >= unread))) return undefined;
  const { line, indent } = best;
  const own = indentOf(lines[line]!);
  const start = lines.slice(0, line).reduce((sum, l) => sum + l.length + 1, 0) + own;
  const like = [line - 1, line + 1].find((other) => lines[other] !== undefined && indentOf(lines[other]) === indent);
  return {
    line: line + 1,
    start,
    end: start + lines[line]!.trim().length,
    message: `this line is indented by ${own}, and belongs where ${indent} would be`,
    help: `Indent it by ${indent} blanks${like === undefined ? '' : `, like line ${like + 1}`}; in YAML the indentation says what belongs to what`,
  };
}

/** The lines at and around others that say something, the nearest first. */
function around(near: readonly number[], lines: readonly string[]): number[] {
  const found = new Set<number>();
  const some = [...new Set(near)].slice(0, 6);
  for (const distance of [0, -1, 1, -2, 2])
    for (const line of some) {
      const at = line - 1 + distance;
      if (lines[at] !== undefined && says(lines[at])) found.add(at);
    }
  return [...found];
}

/** The indentations that a line may have been meant to have: those of the lines around it, and one step more or less. */
function indentsFor(lines: readonly string[], line: number): number[] {
  const above = lines.findLast((text, i) => i < line && says(text));
  const below = lines.find((text, i) => i > line && says(text));
  const indents = [above, below].flatMap((text) => (text === undefined ? [] : [indentOf(text)]));
  const all = [...indents, ...indents.flatMap((n) => [n + 2, n - 2, n - 4])];
  return [...new Set(all)].filter((n) => n >= 0 && n !== indentOf(lines[line]!));
}

function says(text: string): boolean {
  return text.trim() !== '' && !text.trimStart().startsWith('#');
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

/** How to write what a tab in the indentation of YAML stands for. */
export const tabHelp = 'Indent with blanks (the space bar); YAML allows no tabs there';
