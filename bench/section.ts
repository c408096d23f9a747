import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';

/** Writes a section of RESULTS.md, in place of the one with the same title if there is one. */
export function writeSection(title: string, lines: string[]): void {
  const file = join(import.meta.dirname, 'RESULTS.md');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '# What was measured\n';
  const [head, ...sections] = before.split(/\n(?=## )/);
  const kept = sections.filter((section) => !section.startsWith(`## ${title}\n`));
  // What else the machine did meanwhile, since times mean little without it.
  const load = `Load of the machine at the end: ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores.`;
  const own = `## ${title}\n\n${lines.join('\n')}\n\n${load}`;
  process.stdout.write(`${own}\n\n`);
  writeFileSync(file, `${[head, ...kept, own].map((part) => part!.trim()).join('\n\n')}\n`);
}
