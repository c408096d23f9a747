import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cannotWrite, isSystemError } from './cannot-write.ts';

/** Text of a file, whole or in parts, as bytes where it is at hand so. */
export type FileText = string | Iterable<string | Uint8Array>;

/**
 * Writes files into a folder, which is made where it does not exist: first all of them under temporary names, then each
 * gets its own. Either all are there, whole, or those that were there before. An interruption by the keyboard waits
 * until it is done. They are not forced onto the disk: where a machine fails meanwhile, the same inputs give the same
 * bytes again.
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
      const bytes = typeof part === 'string' ? Buffer.from(part) : part;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    }
  } finally {
    closeSync(file);
  }
}
