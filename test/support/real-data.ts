import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = process.env.RULEBOOK_REAL_DATA ?? resolve(import.meta.dirname, '../../../shared/real-data');

/**
 * The path of a file or folder of the real data, or undefined where it is absent. Tests that need it skip then and say so:
 * `describe.skipIf(!realData('calendars'))('… (skipped where the real data is absent)', …)`.
 */
export function realData(...parts: string[]): string | undefined {
  const path = join(root, ...parts);
  return existsSync(path) ? path : undefined;
}
