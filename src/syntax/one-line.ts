/** One line behind many findings: where it stands, and what is wrong with it. */
export type OneLine = {
  start: number;
  end: number;
  problem: 'indent' | 'unknownSection';
  message: string;
  help: string;
};

const longest = 200_000;
const furthest = 15;
const sections = [
  'measures',
  'fields',
  'rankings',
  'maintenance',
  'schedule',
  'sources',
  'universe',
  'level',
  'discretion',
];

/**
 * The one line of a rulebook that is behind all that is wrong with it: with another indentation, or with the line of a section before
 * it, the text is right. `first`: offset of the first finding; `sound` says whether a text can be read.
 */
export function oneLineBehind(text: string, first: number, sound: (text: string) => boolean): OneLine | undefined {
  if (text.length > longest) return undefined;
  const lines = text.split('\n');
  const at = text.slice(0, first).split('\n').length - 1;
  return otherIndent(lines, at, sound) ?? lostSection(lines, at, sound);
}

function otherIndent(lines: string[], at: number, sound: (text: string) => boolean): OneLine | undefined {
  const head = lines.findLastIndex((line, i) => i <= at && says(line) && indentOf(line) === 0);
  const end = lines.findIndex((line, i) => i > at && says(line) && indentOf(line) === 0);
  const within = lines.slice(head + 1, end < 0 ? lines.length : end).filter(says);
  const counts = Map.groupBy(within.map(indentOf), (n) => n);
  const indents = [...counts].sort((a, b) => b[1].length - a[1].length).map(([indent]) => indent);
  for (let line = at; line > head && line > at - furthest; line -= 1) {
    if (!says(lines[line]!)) continue;
    const own = indentOf(lines[line]!);
    for (const indent of indents.slice(0, 3)) {
      if (indent === own) continue;
      if (!sound(lines.with(line, `${' '.repeat(indent)}${lines[line]!.trimStart()}`).join('\n'))) continue;
      return {
        ...placeOf(lines, line),
        problem: 'indent',
        message: `this line is indented by ${own}, its neighbours by ${indent}`,
        help: `Indent it by ${indent} blanks`,
      };
    }
  }
  return undefined;
}

function lostSection(lines: string[], at: number, sound: (text: string) => boolean): OneLine | undefined {
  if (indentOf(lines[at]!) === 0) return undefined;
  for (const section of sections) {
    if (!sound(lines.toSpliced(at, 0, section).join('\n'))) continue;
    return {
      ...placeOf(lines, at),
      problem: 'unknownSection',
      message: `the line \`${section}\` is missing before this one`,
      help: `Write \`${section}\` on a line of its own, without indentation, before it`,
    };
  }
  return undefined;
}

function placeOf(lines: readonly string[], line: number): { start: number; end: number } {
  const before = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  return { start: before + indentOf(lines[line]!), end: before + lines[line]!.trimEnd().length };
}

function says(line: string): boolean {
  return line.trim() !== '' && !line.trimStart().startsWith('#');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
