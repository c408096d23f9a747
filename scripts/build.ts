import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { lookaheadTable } from '../src/syntax/parser/rulebook-parser.ts';

// Bundles the command line into dist/cli.js, which the small dist/rulebook.js starts, and the library into dist/index.js (types in
// dist/types), and lays the data of the language (grammar/) beside them. What a verb does not need is in the file but never runs.
const project = resolve(import.meta.dirname, '..');
const target = resolve(project, process.argv[2] ?? 'dist');

/** The start is a file of its own, so that code is cached from the first line of the bundle on. */
const startApart: Plugin = {
  name: 'start-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/start\.ts$/ }, () => ({ path: './cli.js', external: true }));
  },
};

/**
 * Modules of Node, and packages with native parts, come when the code that uses them first runs. An `import` would load them at
 * once, and with them all that they can export.
 */
const whenNeeded: Plugin = {
  name: 'when-needed',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:|@duckdb\/)/ }, ({ path, namespace }) =>
      namespace === 'when-needed' ? { path, external: true } : { path, namespace: 'when-needed' },
    );
    onLoad({ filter: /.*/, namespace: 'when-needed' }, ({ path }) => ({
      contents: isBuiltin(path)
        ? `module.exports = process.getBuiltinModule('${path}');`
        : `module.exports = require('${path}');`,
      loader: 'js',
    }));
  },
};

/** Data files lie beside the bundle, not two folders up; packages asked for by `require` are in it. */
const inTheBundle: Plugin = {
  name: 'in-the-bundle',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]parser[\\/]known-lookahead\.ts$/ }, () => ({
      contents: `export const knownLookahead = ${asJson(lookaheadTable())};`,
      loader: 'js',
    }));
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll(/(new URL\(['"`])(?:\.\.\/)+grammar\//g, '$1./grammar/')
        .replace('const require = createRequire(import.meta.url);', ''),
      loader: 'ts',
    }));
    onLoad({ filter: /\.json$/ }, ({ path }) => ({
      contents: `export default ${asJson(JSON.parse(readFileSync(path, 'utf8')))};`,
      loader: 'js',
    }));
  },
};

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const { metafile } = await build({
  metafile: true,
  entryPoints: {
    rulebook: join(project, 'src/cli/main.ts'),
    cli: join(project, 'src/cli/start.ts'),
    index: join(project, 'src/index.ts'),
  },
  outdir: target,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node26',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // Packages written for `require` ask for it by name.
  banner: { js: "const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);" },
  plugins: [startApart, whenNeeded, inTheBundle],
});
writeFileSync(join(target, 'THIRD-PARTY.txt'), licences(Object.keys(metafile.inputs)));
cpSync(join(project, 'grammar'), join(target, 'grammar'), { recursive: true });
chmodSync(join(target, 'rulebook.js'), 0o755);
const types = ['--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--outDir', join(target, 'types')];
const root = ['--rootDir', join(project, 'src')];
execFileSync(
  process.execPath,
  [join(project, 'node_modules/typescript/bin/tsc'), '-p', join(project, 'scripts/types.json'), ...types, ...root],
  { stdio: 'inherit' },
);
const bytes = readdirSync(target, { recursive: true, encoding: 'utf8' })
  .map((name) => statSync(join(target, name)))
  .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
console.log(`dist/rulebook.js and what it needs: ${(bytes / 1e6).toFixed(1)} MB`);
/** Data as code, in the form that is read fastest. */
function asJson(data: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(data))})`;
}

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
