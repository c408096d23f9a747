import type { Diagnostic } from '../diagnostics/index.ts';
import { DATA_CODES, finding } from './finding.ts';

/** That the system does not let a file be read, and why. */
export function notReadable(path: string, label: string, error: unknown): Diagnostic {
  const { code, message } = error as NodeJS.ErrnoException;
  const denied = code === 'EACCES' || code === 'EPERM';
  const what = denied ? 'may not be read' : `cannot be read: the system says ${code ?? message}`;
  return finding(DATA_CODES.unreadable, `\`${label}\` ${what}`, [{ file: path }], {
    help: denied ? 'Let yourself read it, or name a copy of it' : 'Name a file that can be read, or a copy of it',
  });
}

/** Whether an error is of the system, about a file. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
