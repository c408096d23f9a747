import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { removeAbandoned } from './abandoned.ts';
import { cannotWrite, isSystemError } from './cannot-write.ts';

/** Text kept on disk until it is asked for. The system forgets it when the program ends, however that comes about. */
export type Spool = { add(texts: Iterable<string>): void; bytes(): Iterable<Uint8Array>; close(): void };

const chunk = 1 << 20;

/** Opens a spool in the folder that its text will go to, which is made where it does not exist. */
export function openSpool(folder: string): Spool {
  const path = join(folder, `.spool.${process.pid}.tmp`);
  let file: number;
  try {
    mkdirSync(folder, { recursive: true });
    removeAbandoned(folder, 'spool');
    file = openSync(path, 'w+', 0o600);
  } catch (error) {
    throw isSystemError(error) ? cannotWrite(folder, error) : error;
  }
  // Without a name nothing is left behind; where an open file must keep its name, it goes at the end.
  const nameless = removed(path);
  let size = 0;
  return {
    add(texts) {
      try {
        for (const text of texts) {
          const bytes = Buffer.from(text);
          for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, size + at);
          size += bytes.length;
        }
      } catch (error) {
        throw isSystemError(error) ? cannotWrite(folder, error) : error;
      }
    },
    *bytes() {
      const buffer = Buffer.allocUnsafe(chunk);
      for (let at = 0; at < size; ) {
        const read = readSync(file, buffer, 0, chunk, at);
        at += read;
        yield buffer.subarray(0, read);
      }
    },
    close() {
      closeSync(file);
      if (!nameless) rmSync(path, { force: true });
    },
  };
}

function removed(path: string): boolean {
  try {
    rmSync(path);
    return true;
  } catch {
    return false;
  }
}
