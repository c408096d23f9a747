import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const src = join(root, 'src');

/** The rooms of the house in the order data flows; a room may import those named beside it and nothing else. */
const mayImport: Record<string, string[]> = {
  diagnostics: [],
  calendar: ['diagnostics'],
  model: ['calendar', 'diagnostics'],
  syntax: ['calendar', 'diagnostics', 'model'],
  market: ['calendar', 'diagnostics'],
  run: [],
  check: ['calendar', 'diagnostics', 'market', 'model'],
  plan: ['calendar', 'check', 'diagnostics', 'market', 'model'],
  reference: ['calendar', 'diagnostics', 'market', 'model', 'plan', 'run'],
  engine: ['calendar', 'diagnostics', 'market', 'model', 'plan', 'run'],
  explain: ['diagnostics', 'market', 'model', 'run'],
  output: ['calendar', 'diagnostics', 'market', 'plan', 'run'],
};
/** Rooms above all others. */
const above = new Set(['cli', 'index.ts']);

type Import = { from: string; to: string };

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
}

function importsOf(file: string, types = true): Import[] {
  const whole = readFileSync(file, 'utf8');
  const text = types ? whole : whole.replaceAll(/(?:import|export) type [^;]+;/g, '');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => ({
    from: relative(src, file),
    to: relative(src, resolve(dirname(file), match[1]!)),
  }));
}

const room = (path: string): string => path.split('/')[0]!;

test('no arrow between rooms runs backwards', () => {
  const wrong = sources(src)
    .flatMap((file) => importsOf(file))
    .filter(({ from, to }) => !to.startsWith('..') && room(from) !== room(to) && !above.has(room(from)))
    .filter(({ from, to }) => !mayImport[room(from)]?.includes(room(to)))
    .map(({ from, to }) => `${from} -> ${to}`);
  expect(wrong).toEqual([]);
});

test('every arrow that is allowed is there', () => {
  const used = new Set(
    sources(src)
      .flatMap((file) => importsOf(file))
      .map(({ from, to }) => `${room(from)} -> ${room(to)}`),
  );
  const allowed = Object.entries(mayImport).flatMap(([from, to]) => to.map((one) => `${from} -> ${one}`));
  expect(allowed.filter((arrow) => !used.has(arrow))).toEqual([]);
});

test('every room begins with what comes in, what goes out, and what never happens there', () => {
  const rooms = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.map(({ name }) => name).filter((name) => name !== 'cli')).toEqual(Object.keys(mayImport).sort());
  const silent = rooms.filter(({ name }) => {
    const index = join(src, name, 'index.ts');
    const head = existsSync(index) ? /^(?:\/\/.*\n)*/.exec(readFileSync(index, 'utf8'))![0] : '';
    return !/^\/\/ In: [\s\S]*\bOut: [\s\S]*\bNever here: /.test(head);
  });
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test('the engine and the reference never meet', () => {
  const between = sources(src)
    .flatMap((file) => importsOf(file))
    .filter(({ from, to }) => [room(from), room(to)].sort().join() === 'engine,reference');
  expect(between).toEqual([]);
});

test('rooms import one another in no circle, types apart', () => {
  const rooms = new Map<string, Set<string>>();
  for (const { from, to } of sources(src).flatMap((file) => importsOf(file, false))) {
    if (to.startsWith('..') || room(from) === room(to)) continue;
    rooms.set(room(from), (rooms.get(room(from)) ?? new Set()).add(room(to)));
  }
  expect(rooms.size).toBeGreaterThan(8);
  const circles: string[] = [];
  const visit = (at: string, path: string[]): void => {
    if (path.includes(at)) {
      circles.push([...path.slice(path.indexOf(at)), at].join(' -> '));
      return;
    }
    for (const next of rooms.get(at) ?? []) visit(next, [...path, at]);
  };
  for (const start of rooms.keys()) visit(start, []);
  expect([...new Set(circles)]).toEqual([]);
});

test('files are short: none over 500 lines, half of them under 150', () => {
  const lengths = sources(src).map((file) => ({
    file: relative(root, file),
    lines: readFileSync(file, 'utf8').split('\n').length,
  }));
  expect(lengths.filter(({ lines }) => lines > 500)).toEqual([]);
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(150);
});

test('no code is made from text', () => {
  const found = sources(src).filter((file) => /\beval\s*\(|new Function\b/.test(readFileSync(file, 'utf8')));
  expect(found).toEqual([]);
});
