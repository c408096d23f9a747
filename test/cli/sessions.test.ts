import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enterFolder, type Outcome, placeFile, runCommand } from './run-session.ts';
import { matches, readSession, writeSession } from './session-file.ts';

// UPDATE_SESSIONS=1 writes what commands gave into the pages.
const update = (process.env.UPDATE_SESSIONS ?? '') !== '';
const pages = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.md'));

describe('sessions on the command line', () => {
  test.each(pages)('%s', async (name) => {
    const path = join(import.meta.dirname, name);
    const parts = readSession(readFileSync(path, 'utf8'));
    const { leave } = enterFolder();
    const different: { command: string; expected: string[]; actual: string[] }[] = [];
    try {
      for (const part of parts) {
        if (part.kind === 'file') placeFile(part.name, part.content);
        if (part.kind !== 'commands') continue;
        for (const step of part.steps) {
          const actual = linesOf(await runCommand(step.command));
          if (matches(step.expected, actual)) continue;
          different.push({ command: step.command, expected: step.expected, actual });
          step.expected = actual;
        }
      }
    } finally {
      leave();
    }
    if (update) writeFileSync(path, writeSession(parts));
    else
      expect(different.map((d) => [`$ ${d.command}`, ...d.actual].join('\n'))).toEqual(
        different.map((d) => [`$ ${d.command}`, ...d.expected].join('\n')),
      );
  });
});

function linesOf({ output, code }: Outcome): string[] {
  const lines = output === '' ? [] : output.replace(/\n$/, '').split('\n');
  return code === 0 ? lines : [...lines, `# exit ${code}`];
}
