import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readAtMost } from '../../market/read-at-most.ts';
import type { Io } from '../io.ts';
import { misuse } from '../misuse.ts';
import { nearest } from '../../diagnostics/nearest.ts';

/** Rulebooks beyond this are refused when they are read; no more than this and a byte of them is. */
export const enough = 10_000_000;

/** A file as findings name it, and its bytes. */
export type InputFile = { file: string; bytes: Uint8Array };

/** The bytes of a rulebook file, or of standard input for `-`. Throws a misuse where it cannot be read. */
export function readFile(name: string, io: Io): InputFile {
  if (name === '-') {
    const bytes = io.readInput();
    return { file: `standard-input${formOf(bytes)}`, bytes };
  }
  try {
    return { file: name, bytes: readAtMost(name, enough + 1) };
  } catch (error) {
    throw unreadable(name, error as NodeJS.ErrnoException);
  }
}

/**
 * Standard input has no name to tell its form by: JSON begins with a brace, YAML with one of the two keys of a
 * rulebook.
 */
function formOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 4000))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('{')) return '.json';
  return /^(#.*\n|---\n)*(rulebook|sections|comments):/.test(start) ? '.yaml' : '.rulebook';
}

/** Why a path cannot be read, with the name that may have been meant. */
export function unreadable(name: string, error: NodeJS.ErrnoException, within = 'a rulebook file') {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR': {
      const close = nearest(basename(name), namesBeside(name));
      return misuse(
        `there is no file \`${name}\``,
        close === undefined ? undefined : `There is \`${close}\` beside it`,
      );
    }
    case 'EISDIR':
      return misuse(`\`${name}\` is a folder`, `Name ${within} in it`);
    case 'EACCES':
    case 'EPERM':
      return misuse(`\`${name}\` may not be read`);
    default:
      return misuse(`\`${name}\` cannot be read: the system says ${error.code ?? error.message}`);
  }
}

function namesBeside(name: string): string[] {
  try {
    return readdirSync(dirname(name));
  } catch {
    return [];
  }
}
