import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../../run/run.ts';

/** What was written where, a line each, and which files there were before; to be made before they are written. */
export function filesWritten(folder: string, names: string[], run: Run): string {
  const about: Record<string, string> = {
    'levels.csv': `the level of ${run.levels.length} days`,
    'baskets.csv': `the basket of ${run.reviews.length} reviews, with weights and index shares`,
    'decisions.jsonl': 'each rule with the values compared, a line for each security and review',
    'run.json': 'what went in, with digests, rows left out, divisors and changes',
  };
  const wide = Math.max(...names.map((name) => name.length));
  const rows = names.map((name) => {
    const replaced = existsSync(join(folder, name)) ? ' (replaced)' : '';
    return `  ${name.padEnd(wide)}  ${about[name] ?? ''}${replaced}`;
  });
  return `Written to ${folder}\n${rows.join('\n')}\n`;
}
