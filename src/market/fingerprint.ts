import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** SHA-256 of a file's bytes, and the position of its first NUL byte (-1 where there is none). */
export type Fingerprint = { sha256: string; nulAt: number };

// One for all files: new memory for each megabyte takes longer than the digest.
const buffer = Buffer.allocUnsafeSlow(1 << 20);

/** Reads a file once from end to end. */
export function fingerprint(path: string): Fingerprint {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  let nulAt = -1;
  let position = 0;
  for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
    const part = buffer.subarray(0, length);
    hash.update(part);
    if (nulAt < 0) {
      const at = part.indexOf(0);
      if (at >= 0) nulAt = position + at;
    }
    position += length;
  }
  closeSync(file);
  return { sha256: hash.digest('hex'), nulAt };
}
