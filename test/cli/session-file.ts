/** A part of a session page: text to keep as it is, a file to place, or commands with what they write. */
export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'file'; name: string; content: string; text: string }
  | { kind: 'commands'; steps: { command: string; expected: string[] }[] };

/**
 * Reads a session page. Fenced blocks with a file name after the language (` ```rulebook demo.rulebook `) are files; ` ```console ` blocks
 * hold commands after `$ `, each followed by what it writes, and `# exit N` where that is not 0.
 */
export function readSession(page: string): Part[] {
  const parts: Part[] = [];
  const lines = page.split('\n');
  for (let i = 0; i < lines.length; i += 1) {
    const fence = /^```(\w+)(?: (\S+))?$/.exec(lines[i]!);
    if (fence === null) {
      addText(parts, lines[i]!);
      continue;
    }
    const end = lines.indexOf('```', i + 1);
    const body = lines.slice(i + 1, end);
    if (fence[1] === 'console') parts.push({ kind: 'commands', steps: stepsOf(body) });
    else if (fence[2] !== undefined)
      parts.push({
        kind: 'file',
        name: fence[2],
        content: `${body.join('\n')}\n`,
        text: lines.slice(i, end + 1).join('\n'),
      });
    else for (const line of lines.slice(i, end + 1)) addText(parts, line);
    i = end;
  }
  return parts;
}

/** The page with the outcomes of its commands in place of what it expected. */
export function writeSession(parts: Part[]): string {
  return parts
    .map((part) => {
      if (part.kind !== 'commands') return part.text;
      const steps = part.steps.map((s) => [`$ ${s.command}`, ...s.expected].join('\n'));
      return `\`\`\`console\n${steps.join('\n')}\n\`\`\``;
    })
    .join('\n');
}

/** Whether lines are as expected; an expected `…` stands for any number of lines. */
export function matches(expected: string[], actual: string[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return actual.length === 0;
  if (first === '…')
    return Array.from({ length: actual.length + 1 }, (_, i) => i).some((i) => matches(rest, actual.slice(i)));
  return actual.length > 0 && actual[0] === first && matches(rest, actual.slice(1));
}

function addText(parts: Part[], line: string): void {
  const last = parts.at(-1);
  if (last?.kind === 'text') last.text += `\n${line}`;
  else parts.push({ kind: 'text', text: line });
}

function stepsOf(body: string[]): { command: string; expected: string[] }[] {
  const steps: { command: string; expected: string[] }[] = [];
  for (const line of body) {
    if (line.startsWith('$ ')) steps.push({ command: line.slice(2), expected: [] });
    else steps.at(-1)?.expected.push(line);
  }
  return steps;
}
