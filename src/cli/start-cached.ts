import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, getCompileCacheDir } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** What the code of the bundle is told by, put in when it is built. */
declare const codeHash: string;

/**
 * Starts the bundled command line with what an earlier run of the same verb has compiled of it. Node keeps compiled
 * code as well, but only what it compiles on loading: that leaves out nearly every function, and compiling these takes
 * longer than checking a rulebook. What is kept lies where Node keeps its own, and only there; V8 refuses what another
 * version of it has compiled.
 */
const file = join(import.meta.dirname, 'cli.js');
const [verb = '', ...asked] = process.argv.slice(2);
const kept = placeOf(/^[a-z]+$/.test(verb) && !asked.includes('--help') ? verb : 'help');
const compiled = kept === undefined ? undefined : readIfThere(kept);
const script = new Script(readFileSync(file, 'latin1'), {
  filename: file,
  ...(compiled === undefined ? {} : { cachedData: compiled }),
});
let required: NodeJS.Require | undefined;
const require = (name: string): unknown => {
  required ??= createRequire(file);
  return required(name);
};
script.runInThisContext()(require, pathToFileURL(file).href);

if (kept !== undefined && (compiled === undefined || script.cachedDataRejected))
  process.once('exit', (code) => {
    // What could not be understood or read has not run what is worth keeping.
    if (code < 2) keep(kept);
  });

function placeOf(name: string): string | undefined {
  const folder = getCompileCacheDir();
  return folder === undefined ? undefined : join(folder, `rulebook-${codeHash}-${name}`);
}

/**
 * What was kept, undefined where it is not there, is somebody else's, or is not as it was written: V8 trusts what it is
 * given.
 */
function readIfThere(path: string): Buffer | undefined {
  try {
    if (statSync(path).uid !== (process.getuid?.() ?? 0)) return undefined;
    const bytes = readFileSync(path);
    const data = bytes.subarray(4);
    return bytes.length > 4 && bytes.readUInt32LE(0) === crc32(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what was compiled, after its checksum; where nothing can be written the next start is as slow as this one. */
function keep(path: string): void {
  const made = `${path}.${process.pid}`;
  try {
    const data = script.createCachedData();
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(data));
    writeFileSync(made, Buffer.concat([sum, data]), { mode: 0o600 });
    renameSync(made, path);
  } catch {}
}
