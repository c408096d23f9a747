import { describe, expect, test } from 'vitest';
import type { CommandSpec } from './command.ts';
import { readArguments } from './read-arguments.ts';

const spec: CommandSpec = {
  verb: 'demo',
  summary: '',
  usage: 'FILE',
  operands: { least: 1, most: 1, what: 'one file' },
  options: [
    { name: 'data', value: 'PATH', required: true, text: '' },
    { name: 'on', value: 'DATE', date: true, text: '' },
    { name: 'format', value: 'FORM', choices: ['human', 'json'], text: '' },
    { name: 'exact', text: '' },
  ],
  examples: [],
};
const read = (line: string) =>
  readArguments(
    spec,
    line.split(' ').filter((w) => w !== ''),
  );

describe('reading the words after a verb', () => {
  test('names, values and flags, in any order and both ways of writing', () => {
    const given = read('--data d - --exact --on=2024-02-29');
    expect(given.operands).toEqual(['-']);
    expect(Object.fromEntries(given.values)).toEqual({ data: 'd', on: '2024-02-29' });
    expect([...given.flags]).toEqual(['exact']);
  });

  test('what follows `--` is a name', () => {
    expect(read('--data d -- --exact').operands).toEqual(['--exact']);
  });

  test.each([
    ['--dta d f', /no option `--dta`/],
    ['--data', /`--data` needs a value: `--data PATH`/],
    ['--data --exact f', /`--data` needs a value/],
    ['--data= f', /`--data` is empty/],
    ['--data d --data e f', /given twice/],
    ['--data d --exact=yes f', /takes no value/],
    ['--data d --on 2023-02-29 f', /a day that does not exist/],
    ['--data d --on 29/02/2024 f', /is not a date/],
    ['--data d --format jsn f', /cannot be `jsn`/],
    ['f', /needs `--data PATH`/],
    ['--data d', /needs one file/],
    ['--data d f g', /`g` is one too many/],
    ['-x --data d f', /no option `-x`/],
  ])('%s', (line, message) => {
    expect(() => read(line)).toThrow(message);
  });

  test('a misspelt option or choice is met with the one that was meant', () => {
    const help = (line: string) => {
      try {
        read(line);
      } catch (error) {
        return (error as { help?: string }).help;
      }
      return undefined;
    };
    expect(help('--dta d f')).toBe('Did you mean `--data`?');
    expect(help('--data d --format jsn f')).toMatch(/^Did you mean `json`\?/);
  });
});
