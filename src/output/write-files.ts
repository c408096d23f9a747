import {
  closeSync,
  fchmodSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { removeAbandoned } from './abandoned.ts';
import { cannotWrite, isSystemError } from './cannot-write.ts';

/** Text of a file, whole or in parts, as bytes where it is at hand so. */
export type FileText = string | Iterable<string | Uint8Array>;

/**
 * Writes files into a folder, which is made where it does not exist: first all of them under temporary names, then each
 * gets its own. Either all are there, whole, or those that were there before. An interruption waits until it is
 * done. Files that are replaced keep their permissions, and links lead to what they led to. They are not forced onto the disk: where a machine fails meanwhile, the same inputs give the same
 * bytes again.
 */
export function writeFiles(folder: string, files: Record<string, FileText>): void {
  let interrupted: number | undefined;
  const waits = Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }).map(([signal, code]) => {
    const wait = () => {
      interrupted = code;
    };
    process.on(signal, wait);
    return () => process.off(signal, wait);
  });
  const made: string[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    const moves = Object.entries(files).map(([name, text]) => {
      const final = targetOf(join(folder, name));
      removeAbandoned(dirname(final), basename(final));
      const temporary = join(dirname(final), `.${basename(final)}.${process.pid}.tmp`);
      made.push(temporary);
      writeWhole(temporary, text, modeOf(final));
      return { temporary, final };
    });
    for (const { temporary, final } of moves) renameSync(temporary, final);
  } catch (error) {
    for (const temporary of made) rmSync(temporary, { force: true });
    throw isSystemError(error) ? cannotWrite(folder, error) : error;
  } finally {
    for (const stop of waits) stop();
    if (interrupted !== undefined) process.exitCode = interrupted;
  }
}

/** The file that a path leads to, through links. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The permissions of a file that is there already. */
function modeOf(path: string): number | undefined {
  const kind = statSync(path, { throwIfNoEntry: false });
  return kind?.isFile() ? kind.mode & 0o7777 : undefined;
}

function writeWhole(path: string, text: FileText, mode: number | undefined): void {
  const file = openSync(path, 'w', 0o644);
  try {
    if (mode !== undefined) fchmodSync(file, mode);
    for (const part of typeof text === 'string' ? [text] : text) {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    }
  } finally {
    closeSync(file);
  }
}
