import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterFolder, placeFile, runCommand } from './run-session.ts';

// What no user should be punished for: each ends in a finding that says what is wrong, quickly and without a stack trace.
let leave = () => {};
let sound = '';
beforeAll(async () => {
  ({ leave } = enterFolder());
  await runCommand('rulebook new demo');
  sound = readFileSync('demo/demo.rulebook', 'utf8');
});
afterAll(() => leave());

const alias = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'.split('').map((c, i) => `${c}: &${c} [${`*${'abcdefgh'[i]}, `.repeat(9)}]`),
];

const texts: [string, string, string | Uint8Array | (() => string | Uint8Array), RegExp][] = [
  ['an empty file', 'x.rulebook', '', /RB0004/],
  ['a file of blanks', 'x.rulebook', ' \n\n', /RB0004/],
  ['a binary file', 'x.rulebook', new Uint8Array([137, 80, 78, 71, 0, 1, 2, 255, 254, 0]), /RB0002/],
  ['50 MB', 'x.rulebook', () => Buffer.alloc(50_000_000, 'measures\n'), /RB0001/],
  [
    '10,000 parentheses',
    'x.rulebook',
    () => sound.replace('price * shares_outstanding * free_float', `${'('.repeat(10_000)}close${')'.repeat(10_000)}`),
    /RB0013/,
  ],
  ['an unclosed parenthesis', 'x.rulebook', () => sound.replace('price * shares', '(price * shares'), /RB0014/],
  ['a NUL byte', 'x.rulebook', () => sound.replace('Universe', 'Uni\u0000verse'), /RB000[23]/],
  [
    'a lone surrogate',
    'x.json',
    () => '{"rulebook":1,"sections":[{"section":"index","id":"X","name":"\\ud800"}]}',
    /RB00/,
  ],
  ['a right-to-left mark', 'x.rulebook', () => sound.replace('Universe"', 'Univ\u202eerse"'), /RB0003/],
  ['tabs as indentation', 'x.rulebook', () => sound.replace('  currency', '\tcurrency'), /RB0005/],
  ['a number of 400 digits', 'x.rulebook', () => sound.replace('2 million', '2'.repeat(400)), /RB0009/],
  ['29 February of a common year', 'x.rulebook', () => sound.replace('2023-03-20', '2023-02-29'), /RB0010/],
  ['two rules of one name', 'x.rulebook', () => sound.replace('  rest: fill to 6', '  largest: fill to 6'), /RB3/],
  ['an alias bomb', 'x.yaml', `rulebook: 1\n${alias.join('\n')}\nsections: *i\n`, /RB003/],
  ['YAML that is none', 'x.yaml', 'rulebook: 1\nsections: [', /RB0030/],
  ['JSON that is none', 'x.json', '{"rulebook": 1,', /RB0030/],
  [
    'an unknown key',
    'x.yaml',
    'rulebook: 1\nsections:\n  - section: index\n    id: X\n    name: X\n    curency: USD\n',
    /RB0031.*curency.*currency/s,
  ],
  ['10,000 levels of JSON', 'x.json', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, /RB00/],
  ['a list in place of a rulebook', 'x.json', '[]', /RB003/],
];

describe('rulebooks that are none', () => {
  test.each(texts)('%s', async (_, name, content, expected) => {
    placeFile(name, typeof content === 'function' ? content() : content);
    const start = performance.now();
    const { output, code } = await runCommand(`rulebook check ${name}`);
    expect(output).toMatch(expected);
    expect(output).not.toMatch(/\n +at |should not have happened/);
    expect(code).toBe(1);
    expect(performance.now() - start).toBeLessThan(5000);
    for (const verb of ['plan', 'fmt --check', 'convert --to json', 'calendar --from 2023-01-01 --to 2023-12-31']) {
      const other = await runCommand(`rulebook ${verb} ${name}`);
      expect(other.output).not.toMatch(/\n +at |should not have happened/);
    }
  });

  test('a mark of bytes at the beginning and line ends of another system are no mistake', async () => {
    placeFile('crlf.rulebook', `\ufeff${sound.replaceAll('\n', '\r\n')}`);
    expect(await runCommand('rulebook check crlf.rulebook')).toEqual({ output: 'no findings\n', code: 0 });
    const hash = async (name: string) =>
      (JSON.parse((await runCommand(`rulebook plan ${name} --format json`)).output) as { hash: string }).hash;
    expect(await hash('crlf.rulebook')).toBe(await hash('demo/demo.rulebook'));
  });

  test('YAML words that are tickers stay text', async () => {
    placeFile('tickers.rulebook', sound.replace('type is "common"', 'type in ("ON", "NO", "Y", "null", "1e3", "~")'));
    await runCommand('rulebook convert tickers.rulebook --to yaml > tickers.yaml');
    const { output } = await runCommand('rulebook convert tickers.yaml --to text');
    expect(output).toContain('lines where type in ("ON", "NO", "Y", "null", "1e3", "~")');
  });
});

describe('markets that are odd', () => {
  const run = 'rulebook run demo/demo.rulebook --data demo --from 2023-03-20 --to 2023-06-30';
  const withPrices = async (change: (text: string) => string, command = run) => {
    const before = readFileSync('demo/prices.csv', 'utf8');
    placeFile('demo/prices.csv', change(before));
    try {
      return await runCommand(command);
    } finally {
      placeFile('demo/prices.csv', before);
    }
  };
  const told: [string, (text: string) => string, RegExp][] = [
    ['a negative price', (t) => t.replace('2023-03-01,ALD,', '2023-03-01,ALD,-'), /RB5023.*prices.csv/s],
    ['a price of zero', (t) => t.replace(/2023-03-01,ALD,[\d.]+/, '2023-03-01,ALD,0'), /RB5024.*prices.csv/s],
    ['a price that is no number', (t) => t.replace(/2023-03-01,ALD,[\d.]+/, '2023-03-01,ALD,n/a'), /RB5020.*n\/a/s],
    [
      'a price of 400 digits',
      (t) => t.replace(/2023-03-01,ALD,[\d.]+/, `2023-03-01,ALD,${'9'.repeat(400)}`),
      /RB502[01]/,
    ],
    ['29 February of a common year', (t) => t.replace('2023-03-01,ALD', '2023-02-29,ALD'), /RB5022.*2023-02-29/s],
    ['the same row twice', (t) => `${t}${/2023-03-01,ALD.*\n/.exec(t)![0]}`, /RB5030/],
    ['no rows at all', (t) => t.slice(0, t.indexOf('\n') + 1), /RB(5012|7903)/],
    ['an empty file', () => '', /RB50/],
    ['a missing column', (t) => t.replace('volume', 'vol'), /RB5013.*volume/s],
  ];

  test.each(told)('%s', async (_, change, expected) => {
    const { output, code } = await withPrices(change);
    expect(output).toMatch(expected);
    expect(output).not.toMatch(/\n +at |should not have happened/);
    expect(code).toBe(2);
  });

  test('no rows on the reference date: the prices before it hold', async () => {
    const { output, code } = await withPrices((t) => t.replaceAll(/2023-02-28,.*\n/g, ''));
    expect(code, output).toBe(0);
    expect(output).toContain('2023-03-20 review, 7 lines');
  });

  test('one security: too few for a cap of a quarter, and that is said', async () => {
    const { output, code } = await withPrices((t) =>
      t
        .split('\n')
        .filter((line, i) => i === 0 || line.includes(',ELM,'))
        .join('\n'),
    );
    expect(output).not.toMatch(/should not have happened/);
    expect(output).toMatch(/RB\d+/);
    expect(code).toBeGreaterThan(0);
  });

  test('equal prices everywhere give a level that does not move', async () => {
    const { output, code } = await withPrices((t) =>
      t
        .replaceAll(/^([\d-]+),([^,]+),[\d.]+,/gm, '$1,$2,50.00,')
        .replaceAll(/^(2023-0(?:5-1|5-[23]|6).*,ALD),50.00/gm, '$1,25.00'),
    );
    expect(code, output).toBe(0);
    expect(output).toContain('price return 1000.00 on the base date to 1000.00  +0.00%');
  });
});
