import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALWAYS, type Column, type Market } from './market.ts';
import { always, type Step, stepsColumn } from './steps.ts';
import { valueAsOf } from './value-as-of.ts';

const info = { name: 'x', domain: 'line', type: 'number' } as const;
const marketOf = (days: number[], from: number, until: number) =>
  ({
    days: Int32Array.from(days),
    listedFrom: Int32Array.of(from),
    listedUntil: Int32Array.of(until),
  }) as unknown as Market;
const no = undefined;

it('a series has the last observation on or before the day, while the line is listed', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 }),
      fc.array(fc.option(fc.integer({ min: 1, max: 9 }), { nil: no }), { minLength: 12, maxLength: 12 }),
      fc.integer({ min: -2, max: 32 }),
      fc.integer({ min: -2, max: 32 }),
      fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })),
      (unsorted, observed, day, knownBy, [a, b]) => {
        const days = unsorted.toSorted((x, y) => x - y);
        const [from, until] = [Math.min(a, b), Math.max(a, b)];
        const column: Column = {
          info,
          kind: 'series',
          domain: 'line',
          values: Float64Array.from(days, (_, i) => observed[i] ?? Number.NaN),
        };
        const seen = days
          .map((d, i) => [d, observed[i]] as const)
          .filter(([d, v]) => v !== no && d <= day && d <= knownBy && d >= from);
        const expected = day < from || day > until ? Number.NaN : (seen.at(-1)?.[1] ?? Number.NaN);
        expect(valueAsOf(marketOf(days, from, until), column, 0, day, knownBy)).toBe(expected);
      },
    ),
  );
});

it('steps have the latest value on or before the day among those known', () => {
  const step = fc.record({
    entity: fc.integer({ min: 0, max: 2 }),
    date: fc.integer({ min: 0, max: 9 }),
    known: fc.integer({ min: 0, max: 12 }),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(step, { selector: (s) => `${s.entity} ${s.date} ${s.known}` }),
      fc.integer({ min: -1, max: 11 }),
      fc.integer({ min: -1, max: 13 }),
      (rows, day, knownBy) => {
        const steps: Step[] = rows.map((row, i) => ({ ...row, value: i }));
        const column = stepsColumn(info, 3, steps);
        for (const entity of [0, 1, 2]) {
          const visible = steps.filter((s) => s.entity === entity && s.date <= day && s.known <= knownBy);
          const best = visible.sort((a, b) => a.date - b.date || a.known - b.known).at(-1);
          expect(valueAsOf(marketOf([], 0, 0), column, entity, day, knownBy)).toBe(best?.value ?? Number.NaN);
        }
      },
    ),
  );
});

it('what always holds, holds on every day', () => {
  const column = stepsColumn(info, 1, [always(0, 5)]);
  expect(valueAsOf(marketOf([], 0, 0), column, 0, ALWAYS, ALWAYS)).toBe(5);
});
