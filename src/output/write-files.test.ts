import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFiles } from './write-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rulebook-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writing files', () => {
  test('makes the folder, takes texts in parts, and leaves nothing else behind', () => {
    writeFiles(join(folder, 'a/b'), { 'x.csv': 'one\n', 'y.csv': ['two\n', 'three\n'] });
    expect(readdirSync(join(folder, 'a/b')).sort()).toEqual(['x.csv', 'y.csv']);
    expect(readFileSync(join(folder, 'a/b/y.csv'), 'utf8')).toBe('two\nthree\n');
  });

  test('where one of them fails, those from before stay as they were', () => {
    writeFileSync(join(folder, 'x.csv'), 'before\n');
    function* broken() {
      yield 'half';
      throw new Error('stopped');
    }
    expect(() => writeFiles(folder, { 'x.csv': 'after\n', 'y.csv': broken() })).toThrow('stopped');
    expect(readdirSync(folder)).toEqual(['x.csv']);
    expect(readFileSync(join(folder, 'x.csv'), 'utf8')).toBe('before\n');
  });

  test('a folder that cannot be made is told with its reason', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => writeFiles(join(folder, 'file/out'), { x: '' })).toThrow(
      /RB7901: Files cannot be written .* a part of the path is a file/,
    );
    mkdirSync(join(folder, 'taken'));
    expect(() => writeFiles(folder, { taken: 'text' })).toThrow(/RB7901/);
    expect(readdirSync(folder).sort()).toEqual(['file', 'taken']);
  });
});
