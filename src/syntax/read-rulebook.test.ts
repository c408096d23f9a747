import { describe, expect, it } from 'vitest';
import { formatText, readRulebook } from './index.ts';
import { spanOf } from '../model/source-map.ts';

const codes = (source: string | Uint8Array, file = 'a.rulebook') =>
  readRulebook(source, file).diagnostics.map((d) => d.code);
const head = 'index A "Name"\n';
const measure = (text: string) => `${head}measures\n  a = ${text}\n`;

describe('bad files', () => {
  it.each([
    ['an empty file', '', 'RB0004'],
    ['comments alone', '# nothing\n', 'RB0004'],
    ['a binary file', new Uint8Array([0x50, 0x4b, 3, 4, 0xff]), 'RB0002'],
    ['a NUL byte', `${head}\0`, 'RB0002'],
    ['a lone surrogate', 'index A "\ud800"', 'RB0002'],
    ['a right-to-left override', 'index A "x\u202ey"', 'RB0003'],
    ['a tab in the indentation', 'measures\n\ta = 1', 'RB0005'],
    ['400 digits', measure('9'.repeat(400)), 'RB0009'],
    ['29 February 2023', `${head}  ends 2023-02-29`, 'RB0010'],
    ['10,000 parentheses', measure('('.repeat(10_000) + ')'.repeat(10_000)), 'RB0013'],
    ['10,000 denials', measure(`${'not '.repeat(10_000)}b`), 'RB0013'],
    ['10,000 sums', measure(`${'1 + '.repeat(10_000)}b`), 'RB0013'],
    ['10,000 days after', `schedule\n  e: daily\n    effective: ${'trading day after '.repeat(10_000)}x`, 'RB0013'],
    ['no section word', 'hello\n  world', 'RB0015'],
  ])('%s', (_, source, code) => expect(codes(source)).toEqual([code]));

  it('a file of 50 MB is refused at once', () => {
    const source = 'a'.repeat(50_000_000);
    const start = performance.now();
    expect(codes(source)).toEqual(['RB0001']);
    expect(performance.now() - start).toBeLessThan(200);
  });
  it('50 levels of parentheses are fine', () =>
    expect(codes(measure(`${'('.repeat(50)}b${')'.repeat(50)}`))).toEqual([]));
  it('29 February 2024 is fine', () => expect(codes(`${head}  ends 2024-02-29`)).toEqual([]));
  it('CRLF and a byte order mark are fine and change nothing', () => {
    const plain = `${head}  currency USD  # money\n# end\n`;
    const other = readRulebook(`\ufeff${plain.replaceAll('\n', '\r\n')}`, 'a.rulebook');
    expect(other.diagnostics).toEqual([]);
    expect(other.rulebook).toEqual(readRulebook(plain, 'a.rulebook').rulebook);
    expect(formatText(other.rulebook!)).not.toContain('\r');
  });
});

describe('bad data', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x,x]',
    ...'bcdefg'.split('').map((k, i) => `${k}: &${k} [${Array(10).fill(`*${'abcdefg'[i]}`).join()}]`),
  ].join('\n');
  it.each([
    ['an empty file', '', 'RB0004'],
    ['an alias bomb', bomb, 'RB0035'],
    ['an alias to itself', 'rulebook: &a [*a]', 'RB0013'],
    ['10,000 brackets', `a: ${'['.repeat(10_000)}`, 'RB0013'],
    ['a key given twice', 'rulebook: 1\nsections: []\nsections: []', 'RB0034'],
    ['a tab', 'rulebook: 1\nsections:\n\t- a', 'RB0005'],
    ['__proto__', 'rulebook: 1\nsections: []\n__proto__: {a: 1}', 'RB0031'],
    ['a misspelt key', 'rulebook: 1\nsectons: []', 'RB0031'],
    [
      'a key of a rule',
      'rulebook: 1\nsections:\n  - section: measures\n    measures:\n      - {name: a, value: b, valeu: c}',
      'RB0031',
    ],
    ['an unknown section', 'rulebook: 1\nsections:\n  - section: measurs', 'RB0033'],
    [
      'a reserved name',
      'rulebook: 1\nsections:\n  - {section: measures, measures: [{name: over, value: 1}]}',
      'RB0017',
    ],
    ['a sentence', 'rulebook: 1\nsections:\n  - {section: measures, measures: [{name: a, value: b +}]}', 'RB0016'],
  ])('%s', (_, source, code) => expect(codes(source, 'a.yaml')).toEqual([code]));
  it('JSON that ends too early', () => expect(codes('{"rulebook": 1,', 'a.json')).toEqual(['RB0030']));

  it('takes ON, NO and Y for names, and numbers as they are written', () => {
    const source =
      'rulebook: 1\nsections:\n  - section: index\n    id: NO\n    name: Y\n  - section: measures\n    measures:\n      - name: ON\n        value: 0.10\n';
    const { rulebook, diagnostics } = readRulebook(source, 'a.yaml');
    expect(diagnostics).toEqual([]);
    expect(rulebook!.sections[0]).toEqual({ section: 'index', id: 'NO', name: 'Y' });
    expect(rulebook!.sections[1]).toEqual({
      section: 'measures',
      measures: [{ name: 'ON', value: { kind: 'number', value: '0.10' } }],
    });
  });
});

describe('independent mistakes', () => {
  const source = `index A "Name"
  curency USD
mesures
  a = close *
  b = (close + 2
  c = largets of close over company
  ok = 1
rankings
  size: companies by a, largest frst, then by company
eligibility of lines at review
  x: requre a > 1
  y: require a >= 1,
  z: require b > 2)
  fine: require a > 0
selection of companies at review ranked by size
  u: keep newcomers
  v: fil to 100
`;
  const { rulebook, diagnostics } = readRulebook(source, 'a.rulebook');
  const found = diagnostics.map((d) => [source.slice(0, d.spans[0]!.start).split('\n').length, d.help]);
  it('are all found, each once, on its line', () =>
    expect(found.map(([line]) => line)).toEqual([2, 3, 4, 5, 6, 9, 11, 12, 13, 15, 16, 17]));
  it('come with what was probably meant', () => {
    expect(found[0]![1]).toBe('Did you mean `currency`?');
    expect(found[1]![1]).toBe('Did you mean `measures`?');
    expect(found[4]![1]).toBe('Did you mean `largest of`?');
    expect(found[5]![1]).toBe('Did you mean `largest first`?');
    expect(found[11]![1]).toBe('Did you mean `fill`?');
  });
  it('leave what is right in the rulebook', () => {
    expect(rulebook!.sections.map((s) => s.section)).toContain('measures');
    expect(JSON.stringify(rulebook)).toContain('"fine"');
    expect(JSON.stringify(rulebook)).toContain('"ok"');
  });
  it('never speak of the parser', () => {
    for (const d of diagnostics) expect(d.message).not.toMatch(/token|expect|EOF|undefined|Redundant/i);
  });
});

describe('places', () => {
  const at = (source: string, file: string, pointer: string) => {
    const span = spanOf(readRulebook(source, file).sourceMap, pointer)!;
    return source.slice(span.start, span.end);
  };
  it('are those of nodes and of their parts', () => {
    const text = 'eligibility of lines\n  x: require a + 1 >= b  from 2024-01-01\n    cite m "C"\n';
    expect(at(text, 'a.rulebook', '/sections/0/rules/0/everyone/left')).toBe('a + 1');
    expect(at(text, 'a.rulebook', '/sections/0/rules/0/everyone/right/name')).toBe('b');
    expect(at(text, 'a.rulebook', '/sections/0/rules/0/name')).toBe('x');
    expect(at(text, 'a.rulebook', '/sections/0/rules/0/cite/0/clause')).toBe('"C"');
  });
  it('lie inside the texts of the data form', () => {
    const yaml =
      'rulebook: 1\nsections:\n  - section: measures\n    measures:\n      - name: a\n        value: "b * (c + 1)"\n';
    expect(at(yaml, 'a.yaml', '/sections/0/measures/0/value/right')).toBe('c + 1');
    expect(at(yaml, 'a.yaml', '/sections/0/measures/0/name')).toBe('a');
  });
});

describe('speed', () => {
  const section = (n: number) =>
    Array.from({ length: n }, (_, i) => `  m${i} = average of close * volume over 3 months + ${i}`).join('\n');
  const time = (lines: number) => {
    const text = `${head}measures\n${section(lines)}\n`;
    readRulebook(text, 'a.rulebook');
    const start = performance.now();
    readRulebook(text, 'a.rulebook');
    return performance.now() - start;
  };
  // Generous bounds for a busy machine; the benchmarks hold the real ones.
  it('200 lines take milliseconds', () => expect(Math.min(time(200), time(200), time(200))).toBeLessThan(40));
  it('50,000 lines take about ten times what 5,000 take', () =>
    expect(time(50_000)).toBeLessThan(40 * Math.max(20, time(5000))));
});
