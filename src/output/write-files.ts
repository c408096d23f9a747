import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '../diagnostics/index.ts';

/** Texts of a file, in parts, so that none has to be held whole. */
export type FileText = string | Iterable<string>;

/**
 * Writes files into a folder, which is made where it does not exist: first all of them under temporary names, then each gets its
 * own. Either all are there, whole, or those that were there before. An interruption by the keyboard waits until it is done.
 */
export function writeFiles(folder: string, files: Record<string, FileText>): void {
  let interrupted = false;
  const wait = () => {
    interrupted = true;
  };
  process.on('SIGINT', wait);
  const made: string[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    const moves = Object.entries(files).map(([name, text]) => {
      const final = join(folder, name);
      const temporary = join(folder, `.${name}.${process.pid}.tmp`);
      made.push(temporary);
      writeWhole(temporary, text);
      return { temporary, final };
    });
    for (const { temporary, final } of moves) renameSync(temporary, final);
    syncFolder(folder);
  } catch (error) {
    for (const temporary of made) rmSync(temporary, { force: true });
    throw isSystemError(error) ? cannotWrite(folder, error) : error;
  } finally {
    process.off('SIGINT', wait);
    if (interrupted) process.exitCode = 130;
  }
}

function writeWhole(path: string, text: FileText): void {
  const file = openSync(path, 'w', 0o644);
  try {
    for (const part of typeof text === 'string' ? [text] : text) {
      const bytes = Buffer.from(part);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Some systems can't sync folders; the files themselves are safe.
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function cannotWrite(folder: string, error: NodeJS.ErrnoException) {
  const reasons: Record<string, string> = {
    EACCES: 'it may not be written to',
    EPERM: 'it may not be written to',
    EROFS: 'it is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of the path is a file',
    EEXIST: 'there is a file of that name',
    EISDIR: 'a folder has the name of a file to be written',
  };
  const reason = reasons[error.code ?? ''] ?? `the system says ${error.code ?? error.message}`;
  return failure({
    code: 'RB7901',
    severity: 'error',
    message: `Files can't be written to \`${folder}\`: ${reason}`,
    spans: [{ file: folder }],
    why: 'results are written whole or not at all; nothing was changed',
    help: 'Choose another folder with `--out`, or free this one',
  });
}
