// Installs the packages where they are missing or not those of package-lock.json. Runs before anything is installed, by whatever Node
// is there: so it is JavaScript, and asks for nothing.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The packages that a lock file names, by folder; undefined where there is none. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(project, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

const wanted = packagesOf('package-lock.json');
const installed = packagesOf('node_modules/.package-lock.json');
const missing =
  installed === undefined ||
  // Packages for other machines are not installed.
  Object.entries(wanted ?? {}).some(
    ([folder, { version, optional }]) => folder !== '' && !optional && installed[folder]?.version !== version,
  );
if (missing) {
  console.log('Installing what is missing (once; it may take a minute) …');
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  const { status } = npm
    ? spawnSync(node ?? process.execPath, [npm, ...words], { cwd: project, stdio: 'inherit' })
    : spawnSync('npm', words, { cwd: project, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error('`npm ci` did not succeed; nothing was run');
    process.exit(status ?? 1);
  }
}
