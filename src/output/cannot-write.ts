import { failure, type RulebookFailure } from '../diagnostics/index.ts';

/** An error of the operating system. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** What to say where files cannot be written to a folder. */
export function cannotWrite(folder: string, error: NodeJS.ErrnoException): RulebookFailure {
  const reasons: Record<string, string> = {
    EACCES: 'it may not be written to',
    EPERM: 'it may not be written to',
    EROFS: 'it is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the quota of the disk is used up',
    EFBIG: 'a file would be larger than is allowed',
    EIO: 'the disk does not take it',
    ENOTDIR: 'a part of the path is a file',
    EEXIST: 'there is a file of that name',
    EISDIR: 'a folder has the name of a file to be written',
  };
  const reason = reasons[error.code ?? ''] ?? `the system says ${error.code ?? error.message}`;
  return failure({
    code: 'RB7901',
    severity: 'error',
    message: `Files cannot be written to \`${folder}\`: ${reason}`,
    spans: [{ file: folder }],
    why: 'results are written whole or not at all; nothing was changed',
    help: 'Choose another folder with `--out`, or free this one',
  });
}
