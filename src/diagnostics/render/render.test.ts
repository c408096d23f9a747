import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../diagnostic.ts';
import { displayWidth } from './display-width.ts';
import { renderDiagnostics, type RenderFormat } from './index.ts';

const text =
  'index A "指数"\n\tcurrency USD\neligibility of lines\n  price: require close > 5\n  price: require close > 3\n';
const at = (word: string, from = 0) => ({
  start: text.indexOf(word, from),
  end: text.indexOf(word, from) + word.length,
});
const conflict: Diagnostic = {
  code: 'RB3001',
  severity: 'error',
  message: 'two versions of `price` are in force at all times',
  spans: [
    { file: 'a.rulebook', ...at('price: require close > 3'), label: 'in force at all times' },
    { file: 'a.rulebook', ...at('price: require close > 5'), label: 'and this one' },
    { file: 'b.csv', row: 2, column: 'close', label: 'from 100%, say' },
  ],
  why: 'nothing says which holds',
  help: 'end the earlier one',
};
const early: Diagnostic = {
  code: 'RB6001',
  severity: 'warning',
  message: 'a: b, 100%\nnext',
  spans: [{ file: 'a.rulebook', ...at('currency') }],
  fix: { span: { file: 'a.rulebook', ...at('currency') }, text: 'calendar' },
};
const sources = new Map([['a.rulebook', text]]);
const render = (format: RenderFormat, diagnostics: Diagnostic[] = [conflict, early], more: object = {}) =>
  renderDiagnostics(diagnostics, sources, { format, ...more });

describe('for people', () => {
  test('shows lines, underlines and labels of all places', () => {
    expect(render('human', [conflict])).toBe(
      [
        'error[RB3001]: two versions of `price` are in force at all times',
        '--> a.rulebook:5:3',
        '  |',
        '4 |   price: require close > 5',
        '  |   ------------------------ and this one',
        '5 |   price: require close > 3',
        '  |   ^^^^^^^^^^^^^^^^^^^^^^^^ in force at all times',
        '::: b.csv:2 (column `close`)',
        '    from 100%, say',
        '  why: nothing says which holds',
        '  help: end the earlier one',
        '',
        '1 error in 1 file',
        '',
      ].join('\n'),
    );
  });

  test('counts wide characters twice and tabs as four', () => {
    const wide = (word: string) =>
      render('human', [{ ...early, message: 'm', spans: [{ file: 'a.rulebook', ...at(word) }] }]).split('\n');
    expect(wide('指数').slice(3, 5)).toEqual(['1 | index A "指数"', '  |          ^^^^']);
    expect(wide('currency').slice(3, 5)).toEqual(['2 |     currency USD', '  |     ^^^^^^^^']);
    expect([displayWidth('aé'), displayWidth('指数'), displayWidth('e\u0301'), displayWidth('ｶﾅ')]).toEqual([
      2, 4, 1, 2,
    ]);
  });

  test('tells errors before warnings, what was not read first, and ends in a summary', () => {
    const told = render('human');
    expect(told.indexOf('RB3001')).toBeLessThan(told.indexOf('RB6001'));
    const unread = {
      ...early,
      severity: 'error' as const,
      code: 'RB0016',
      spans: [{ file: 'a.rulebook', start: 60, end: 61 }],
    };
    const known = { ...unread, code: 'RB1001', spans: [{ file: 'a.rulebook', start: 1, end: 2 }] };
    const both = render('human', [known, unread]);
    expect(both.indexOf('RB0016')).toBeLessThan(both.indexOf('RB1001'));
    expect(told.trimEnd().split('\n').at(-1)).toBe('1 error, 1 warning in 1 file');
    expect(render('human', [])).toBe('no findings\n');
  });

  test('counts the errors of a file after twenty; programs are told all', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({
      ...early,
      severity: 'error' as const,
      message: `m${i}`,
      spans: [{ file: i < 25 ? 'a.rulebook' : 'b.rulebook', start: i, end: i + 1 }],
    }));
    for (const format of ['human', 'plain'] as const) {
      const told = render(format, [...many, early]);
      expect(told.match(/RB6001/g)).toHaveLength(25);
      expect(told).toMatch(/and 6 more in a\.rulebook; `--format json` tells them all/i);
      expect(told).toContain('30 errors, 1 warning in 2 files');
    }
    expect(JSON.parse(render('json', many)).diagnostics).toHaveLength(30);
  });

  test('colours only when asked to, and lets no input steer the terminal', () => {
    const evil = { ...early, message: 'x \u001b[2J \u202e y' };
    const steering = String.fromCharCode(27);
    expect(render('human', [evil])).not.toContain(steering);
    expect(render('human', [evil])).not.toContain('\u202e');
    expect(render('human', [early], { color: true })).toContain(`${steering}[1;33m`);
  });

  test('keeps within the width, also for long lines and labels', () => {
    const long = `measures\n  a = ${'close + '.repeat(60)}BAD + ${'close + '.repeat(60)}1\n`;
    const start = long.indexOf('BAD');
    const told = renderDiagnostics(
      [
        {
          ...early,
          message: 'word '.repeat(60),
          spans: [{ file: 'l', start, end: start + 3, label: 'label '.repeat(40) }],
        },
      ],
      new Map([['l', long]]),
      { format: 'human', width: 80 },
    ).split('\n');
    expect(Math.max(...told.map(displayWidth))).toBeLessThanOrEqual(80);
    const line = told.findIndex((l) => l.includes('BAD'));
    expect(told[line + 1]!.indexOf('^^^')).toBe(told[line]!.indexOf('BAD'));
  });

  test('does not stumble over places outside the text', () => {
    expect(() =>
      render('human', [{ ...early, spans: [{ file: 'a.rulebook', start: 9999, end: 10_000 }] }]),
    ).not.toThrow();
    expect(() => render('human', [{ ...early, spans: [] }])).not.toThrow();
    expect(() =>
      render('human', [{ ...early, spans: [{ file: 'a.rulebook', start: 0, end: text.length }] }]),
    ).not.toThrow();
  });
});

test('plain is one paragraph a finding, without frames', () => {
  expect(render('plain', [conflict])).toBe(
    'Error RB3001, line 5, column 3 of a.rulebook: two versions of `price` are in force at all times. Here: in force at all times. ' +
      'See also line 4, column 3 of a.rulebook: and this one. See also row 2, column `close` of b.csv: from 100%, say. ' +
      'Why: nothing says which holds. Help: end the earlier one.\n\n1 error in 1 file.\n',
  );
});

test('JSON keeps to its schema', () => {
  const schema = JSON.parse(readFileSync(new URL('../../../grammar/diagnostics.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(schema);
  const document = JSON.parse(render('json'));
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  expect(document.summary).toEqual({ errors: 1, warnings: 1, infos: 0, files: 1 });
  expect(document.diagnostics[0].spans[0].start).toEqual({ offset: text.lastIndexOf('price'), line: 5, column: 3 });
  expect(validate({ ...document, extra: 1 })).toBe(false);
});

test('SARIF has rules, regions and related places', () => {
  const { version, runs } = JSON.parse(render('sarif'));
  const [run] = runs;
  expect([version, run.columnKind]).toEqual(['2.1.0', 'utf16CodeUnits']);
  expect(run.tool.driver.rules.map((r: { id: string }) => r.id)).toEqual(['RB3001', 'RB6001']);
  const [second, first] = run.results;
  expect([first.ruleId, first.ruleIndex, first.level]).toEqual(['RB6001', 1, 'warning']);
  expect(first.fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe('calendar');
  expect(second.locations[0].physicalLocation.region).toMatchObject({
    startLine: 5,
    startColumn: 3,
    endLine: 5,
    endColumn: 27,
  });
  expect(second.relatedLocations[1].physicalLocation).toEqual({
    artifactLocation: { uri: 'b.csv' },
    region: { startLine: 2 },
  });
});

test('GitHub annotations escape what would end them', () => {
  const [second, first] = render('github').split('\n');
  expect(first).toBe('::warning file=a.rulebook,line=2,endLine=2,col=2,endColumn=10,title=RB6001::a: b, 100%25%0Anext');
  expect(second).toContain('::error file=a.rulebook,line=5,endLine=5,col=3,endColumn=27,title=RB3001::two versions');
  const odd = render('github', [{ ...early, spans: [{ file: 'a,b:c.csv', row: 3 }] }]);
  expect(odd).toContain('file=a%2Cb%3Ac.csv,line=3,');
});
