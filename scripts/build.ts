import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { lookaheadTable } from '../src/syntax/parser/lookahead-table.ts';

// Bundles the command line into dist/cli.js, which the small dist/rulebook.js runs, and the library into dist/index.js (types in
// dist/types). What a verb does not need is in the file but never runs.
const project = resolve(import.meta.dirname, '..');
const target = resolve(project, process.argv[2] ?? 'dist');

/** Packages that reading sound text needs none of, and the files that they are bundled into. */
const apart: Record<string, string> = { yaml: 'yaml', 'ajv/dist/2020.js': 'json-schema', chevrotain: 'chevrotain' };

/** The start is a file of its own, which runs the bundle with the code that was compiled before. */
const startCached: Plugin = {
  name: 'start-cached',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/start\.ts$/ }, () => ({ path: join(project, 'src/cli/start-cached.ts') }));
  },
};

/** Packages that few verbs need come when the code that uses them first runs: from files of their own, or installed where they have native parts. */
const whenNeeded: Plugin = {
  name: 'when-needed',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(yaml$|chevrotain$|ajv\/|@duckdb\/)/ }, ({ path, namespace }) => {
      const file = apart[path];
      if (namespace !== 'when-needed') return { path, namespace: 'when-needed' };
      return { path: file === undefined ? path : `./${file}.cjs`, external: true };
    });
    onLoad({ filter: /.*/, namespace: 'when-needed' }, ({ path }) => ({
      contents: `module.exports = require('${path}');`,
      loader: 'js',
    }));
  },
};

/**
 * Data files lie one folder up from the bundle, not two. Of Node's modules only what is named is asked for: an `import` would look at,
 * and so load, all that they can export.
 */
const inTheBundle: Plugin = {
  name: 'in-the-bundle',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]parser[\\/]known-lookahead\.ts$/ }, () => ({
      contents: `export const knownLookahead = ${asJson(lookaheadTable())};`,
      loader: 'js',
    }));
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll(/(new URL\(['"`])(?:\.\.\/)+grammar\//g, '$1../grammar/')
        .replace('const require = createRequire(import.meta.url);', '')
        .replaceAll(/import \{([^}]*)\} from '(node:[^']+)';/g, (_, names: string, module: string) => {
          const values = names.split(',').filter((name) => !/^\s*type /.test(name));
          return `const {${values.join(',').replaceAll(' as ', ': ')}} = process.getBuiltinModule('${module}');`;
        }),
      loader: 'ts',
    }));
    onLoad({ filter: /\.json$/ }, ({ path }) => ({
      contents: `module.exports = ${asJson(JSON.parse(readFileSync(path, 'utf8')))};`,
      loader: 'js',
    }));
  },
};

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const common = {
  metafile: true,
  outdir: target,
  bundle: true,
  platform: 'node',
  target: 'node26',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
} as const;
const packages = await build({
  ...common,
  entryPoints: Object.entries(apart).map(([name, out]) => ({ in: name, out })),
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
});
const cli = await build({
  ...common,
  entryPoints: { cli: join(project, 'src/cli/start.ts') },
  format: 'cjs',
  // Where it lies is told by the file that starts it.
  define: { 'import.meta.url': 'codeUrl' },
  banner: { js: '(function(require,codeUrl){' },
  footer: { js: '})' },
  plugins: [whenNeeded, inTheBundle],
});
// Packages written for `require` ask for it by name.
const needed =
  "let r;const require=name=>(r??=process.getBuiltinModule('node:module').createRequire(import.meta.url))(name);";
const library = await build({
  ...common,
  entryPoints: { index: join(project, 'src/index.ts') },
  format: 'esm',
  banner: { js: needed },
  plugins: [whenNeeded, inTheBundle],
});
// It is read a byte a character, which is quicker. What is not ASCII stands in patterns only, texts being escaped already.
const code = readFileSync(join(target, 'cli.js'), 'utf8').replaceAll(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for is what is not ASCII.
  /[^\x00-\x7f]/g,
  (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
);
writeFileSync(join(target, 'cli.js'), code);
const start = await build({
  ...common,
  entryPoints: { rulebook: join(project, 'src/cli/main.ts') },
  format: 'esm',
  define: { codeHash: JSON.stringify(createHash('sha256').update(code).digest('hex').slice(0, 16)) },
  plugins: [startCached, inTheBundle],
});
const inputs = [packages, cli, library, start].flatMap(({ metafile }) => Object.keys(metafile.inputs));
writeFileSync(join(target, 'THIRD-PARTY.txt'), licences(inputs));
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
