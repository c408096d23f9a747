import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** SHA-256 of a file's bytes, and the position of its first NUL byte (-1 where there is none). */
export type Fingerprint = { sha256: string; nulAt: number };

/** Reads a file once from end to end. */
export async function fingerprint(path: string): Promise<Fingerprint> {
  const hash = createHash('sha256');
  let nulAt = -1;
  let position = 0;
  for await (const part of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(part);
    if (nulAt < 0) {
      const at = part.indexOf(0);
      if (at >= 0) nulAt = position + at;
    }
    position += part.length;
  }
  return { sha256: hash.digest('hex'), nulAt };
}
