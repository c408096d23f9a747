import { closeSync, openSync, readSync } from 'node:fs';

const piece = 1 << 20;

/** The bytes of a file, or of an open one by its number, up to so many: devices and pipes may never end. */
export function readAtMost(file: string | number, most: number): Uint8Array {
  const descriptor = typeof file === 'number' ? file : openSync(file, 'r');
  try {
    const pieces: Buffer[] = [];
    for (let length = 0; length < most; ) {
      const bytes = Buffer.allocUnsafe(Math.min(piece, most - length));
      const read = readSome(descriptor, bytes);
      if (read === 0) break;
      pieces.push(bytes.subarray(0, read));
      length += read;
    }
    return Buffer.concat(pieces);
  } finally {
    if (typeof file === 'string') closeSync(descriptor);
  }
}

function readSome(descriptor: number, into: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, into, 0, into.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      // A pipe that has nothing for the moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}
