import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Removes the temporary files of a name, `.NAME.PID.tmp`, that programs left behind which are no more. */
export function removeAbandoned(folder: string, name: string): void {
  for (const entry of readdirSync(folder)) {
    if (!entry.startsWith(`.${name}.`) || !entry.endsWith('.tmp')) continue;
    const id = /^\d+$/.exec(entry.slice(name.length + 2, -'.tmp'.length))?.[0];
    if (id !== undefined && isGone(Number(id))) rmSync(join(folder, entry), { force: true });
  }
}

function isGone(id: number): boolean {
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
