import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a section of RESULTS.md, in place of the one with the same title if there is one. */
export function writeSection(title: string, lines: string[]): void {
  const file = join(import.meta.dirname, 'RESULTS.md');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '# What was measured\n';
  const [head, ...sections] = before.split(/\n(?=## )/);
  const kept = sections.filter((section) => !section.startsWith(`## ${title}\n`));
  const own = `## ${title}\n\n${lines.join('\n')}`;
  process.stdout.write(`${own}\n\n`);
  writeFileSync(file, `${[head, ...kept, own].map((part) => part!.trim()).join('\n\n')}\n`);
}
