import { describe, expect, test } from 'vitest';
import { bar } from './bars.ts';
import { chart } from './chart.ts';
import { progress } from './progress.ts';
import { table } from './table.ts';
import { fitted, textWidth } from './text-width.ts';

describe('text in columns', () => {
  test('East Asian characters take two columns, combining marks none', () => {
    expect(textWidth('日本 e\u0301')).toBe(6);
    expect(fitted('日本語', 5)).toBe('日本…');
    expect(fitted('ab', 4, true)).toBe('  ab');
  });

  test('a table aligns numbers at the right and has no blanks at the ends', () => {
    const text = table(
      [{ head: 'name' }, { head: 'weight', right: true }],
      [
        ['A', '12.5'],
        ['日本', '1'],
      ],
    );
    expect(text.split('\n')).toEqual(['  name  weight', '  A       12.5', '  日本       1']);
  });
});

describe('a bar', () => {
  test('is as long as the value, to an eighth of a column', () => {
    expect(bar(0.5, 1, 8, true)).toBe('████');
    expect(bar(9, 16, 8, true)).toBe('████▌');
    expect(bar(0.5, 1, 8, false)).toBe('####');
  });

  test('shows that something small is there, and nothing for nothing', () => {
    expect(bar(0.0001, 1, 8, true)).toBe('▏');
    expect(bar(0, 1, 8, true)).toBe('');
  });
});

describe('a chart', () => {
  const size = { columns: 20, rows: 3, unicode: false };

  test('rises from the lowest to the highest value, both named', () => {
    const [top = '', , bottom = ''] = chart([1, 2, 3], (v) => v.toFixed(0), size);
    expect(top).toMatch(/^3 \| +\*+$/);
    expect(bottom).toMatch(/^1 \|\*+$/);
    expect(top.indexOf('*')).toBeGreaterThan(bottom.lastIndexOf('*') - 1);
  });

  test('equal values give a flat line', () => {
    const lines = chart([5, 5, 5, 5], String, size);
    expect(lines.filter((line) => line.includes('*'))).toHaveLength(1);
  });

  test('braille where the terminal shows it; nothing for one value', () => {
    expect(chart([1, 9], String, { ...size, unicode: true }).join('')).toMatch(/[\u2801-\u28ff]/);
    expect(chart([1], String, size)).toEqual([]);
  });
});

describe('progress', () => {
  const io = (terminal: boolean, write: (text: string) => void) => ({
    out: { write: () => {}, terminal: false, color: false },
    err: { write, terminal, color: false },
    readInput: () => new Uint8Array(),
    env: {},
    width: 60,
    unicode: true,
    today: '2026-01-01',
  });

  test('is told only on a terminal, only when the work takes a moment, and is taken away at the end', () => {
    const written: string[] = [];
    let time = 0;
    const bars = progress(
      io(true, (text) => written.push(text)),
      () => time,
    );
    bars.step(1, 10, 'soon');
    expect(written).toEqual([]);
    time = 1000;
    bars.step(5, 10, 'reading');
    expect(written.join('')).toMatch(/50% reading/);
    bars.end();
    expect(written.at(-1)).toMatch(/^\r +\r$/);

    const piped: string[] = [];
    const none = progress(
      io(false, (text) => piped.push(text)),
      () => time,
    );
    time = 5000;
    none.step(5, 10, 'reading');
    none.end();
    expect(piped).toEqual([]);
  });
});
