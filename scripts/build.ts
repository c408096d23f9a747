import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

// Bundles the command line into dist/rulebook.js and the library into dist/index.js (types in dist/types): small entries, a chunk for each
// verb and for what they share, and the data of the language (grammar/) beside them.
const project = resolve(import.meta.dirname, '..');
const target = join(project, 'dist');

/** Data files lie beside the bundle, not two folders up as from the source tree. */
const dataBeside: Plugin = {
  name: 'data-beside',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(/(new URL\(['"`])(?:\.\.\/)+grammar\//g, '$1./grammar/'),
      loader: 'ts',
    }));
  },
};

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const { metafile, outputFiles } = await build({
  write: false,
  metafile: true,
  entryPoints: { rulebook: join(project, 'src/cli/main.ts'), index: join(project, 'src/index.ts') },
  outdir: target,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node26',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  chunkNames: 'chunks-[hash]',
  // Has native parts, and is loaded only where data is read.
  external: ['@duckdb/*'],
  plugins: [dataBeside],
});
// Packages written for `require` ask for it by name; only where they are is it made.
const required = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";
for (const { path, text } of outputFiles)
  writeFileSync(path, text.includes('typeof require') ? `${required}${text}` : text);
writeFileSync(join(target, 'THIRD-PARTY.txt'), licences(Object.keys(metafile.inputs)));
cpSync(join(project, 'grammar'), join(target, 'grammar'), { recursive: true });
if (existsSync(join(target, 'rulebook.js'))) chmodSync(join(target, 'rulebook.js'), 0o755);
const types = ['--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--outDir', join(target, 'types')];
const root = ['--rootDir', join(project, 'src')];
execFileSync(
  process.execPath,
  [join(project, 'node_modules/typescript/bin/tsc'), '-p', join(project, 'scripts/types.json'), ...types, ...root],
  {
    stdio: 'inherit',
  },
);
const bytes = readdirSync(target, { recursive: true, encoding: 'utf8' })
  .map((name) => statSync(join(target, name)))
  .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
console.log(`dist/rulebook.js and what it needs: ${(bytes / 1e6).toFixed(1)} MB`);

/** The licences of the packages whose code is in the bundle. */
function licences(inputs: string[]): string {
  const packages = new Set(inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  return [...packages]
    .sort()
    .map((name) => {
      const folder = join(project, 'node_modules', name);
      const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        version: string;
        license: string;
      };
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      return `${name} ${version} (${license})\n\n${file === undefined ? '' : readFileSync(join(folder, file), 'utf8')}`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
