import { fstatSync, writeSync } from 'node:fs';
import { readAtMost } from '../market/read-at-most.ts';
import { enough, unreadable } from './input/read-file.ts';
import { misuse } from './misuse.ts';
import type { Io, Sink } from './io.ts';

/** The real streams and environment of this process. Writing is synchronous, so that nothing is lost at the end. */
export function processIo(): Io {
  const { env } = process;
  // `npm run rulebook` starts in the folder of the project; paths are meant from where it was called.
  if (env.npm_lifecycle_event === 'rulebook' && env.INIT_CWD !== undefined) process.chdir(env.INIT_CWD);
  return {
    out: sink(1, isTerminal(1), env),
    err: sink(2, isTerminal(2), env),
    readInput: () => readInput(),
    env,
    width: textWidth(isTerminal(1) ? process.stdout.columns : undefined, env),
    unicode: showsUnicode(env),
    today: Temporal.Now.plainDateISO().toString(),
  };
}

function readInput(): Uint8Array {
  try {
    return readAtMost(0, enough + 1);
  } catch (error) {
    throw unreadable('standard input', error as NodeJS.ErrnoException);
  }
}

/**
 * Whether standard output (1) or error (2) is a terminal. Files and pipes are told without making the streams, which
 * takes its time.
 */
function isTerminal(descriptor: 1 | 2): boolean {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    // What cannot be looked at is asked for as a stream.
  }
  return (descriptor === 1 ? process.stdout : process.stderr).isTTY === true;
}

function sink(descriptor: number, terminal: boolean, env: NodeJS.ProcessEnv): Sink {
  return {
    terminal,
    color: terminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
    write: (text) => writeAll(descriptor, Buffer.from(text)),
  };
}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A pipe that is full for the moment.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
      // The reader has gone (`| head`): there is nobody left to tell.
      else if (code === 'EPIPE') process.exit(process.exitCode ?? 0);
      else if (descriptor === 2) process.exit(2);
      else throw cannotTell(code ?? String(error));
    }
  }
}

/** That results cannot be written where they should go. */
function cannotTell(code: string) {
  const reasons: Record<string, string> = {
    ENOSPC: 'the disk or device is full',
    EDQUOT: 'the quota of the disk is used up',
    EFBIG: 'the file would be larger than is allowed',
    EBADF: 'it is closed',
    EIO: 'the device does not take it',
  };
  return misuse(`results cannot be written to standard output: ${reasons[code] ?? `the system says ${code}`}`);
}

function textWidth(columns: number | undefined, env: NodeJS.ProcessEnv): number {
  const stated = Number(env.COLUMNS);
  const width = columns || (Number.isInteger(stated) && stated > 0 ? stated : 100);
  return Math.min(Math.max(width, 40), 120);
}

function showsUnicode(env: NodeJS.ProcessEnv): boolean {
  if ((env.NO_UNICODE ?? '') !== '' || env.TERM === 'dumb') return false;
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return locale === '' || /utf-?8/i.test(locale);
}
