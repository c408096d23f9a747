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

// Bundles the command line into dist/rulebook.js: one small entry, a chunk for each verb and for what verbs share, and the
// data of the language (grammar/) beside them.
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
const { metafile } = await build({
  metafile: true,
  entryPoints: { rulebook: join(project, 'src/cli/main.ts') },
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
  // Packages written for `require` ask for it by name.
  banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
  plugins: [dataBeside],
});
writeFileSync(join(target, 'THIRD-PARTY.txt'), licences(Object.keys(metafile.inputs)));
cpSync(join(project, 'grammar'), join(target, 'grammar'), { recursive: true });
if (existsSync(join(target, 'rulebook.js'))) chmodSync(join(target, 'rulebook.js'), 0o755);
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
