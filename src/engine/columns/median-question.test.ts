import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerByCounting, notCounted } from './median-question.ts';

const observation = fc.oneof(fc.constant(Number.NaN), fc.constantFrom(0.5, 1.5, 2.5, 1), fc.double({ min: 0, max: 3 }));
const windows = fc.array(observation, { minLength: 1, maxLength: 80 });

/** One more than the outcome of `median >= 1`, 3 where there are too few observations. */
function byMedian(days: number[], needing: number): number {
  const known = days.filter((day) => !Number.isNaN(day)).sort((a, b) => a - b);
  if (known.length < needing || known.length === 0) return 3;
  const half = known.length >> 1;
  const median = known.length % 2 === 1 ? known[half]! : (known[half - 1]! + known[half]!) / 2;
  return median >= 1 ? 2 : 1;
}

test('counting the days that reach a value decides what the median decides, or leaves it open', () => {
  let settled = 0;
  fc.assert(
    fc.property(windows, fc.integer({ min: 1, max: 60 }), fc.boolean(), (days, needing, product) => {
      const left = Float64Array.from([Number.NaN, ...days, 9]);
      const shape = product ? { left, right: left.map(() => 1) } : { left };
      const answer = answerByCounting({ shape, surely: 1, surelyNot: 1, needing, met: 1 }, 1, days.length);
      if (answer === notCounted) return;
      settled += 1;
      expect(answer).toBe(byMedian(days, needing));
    }),
    { numRuns: 2000 },
  );
  expect(settled).toBeGreaterThan(1000);
});

test('days too close to the value to tell leave the comparison open where they decide it', () => {
  const question = { surely: 1.1, surelyNot: 0.9, needing: 1, met: 1 };
  const answer = (days: number[]) =>
    answerByCounting({ ...question, shape: { left: Float64Array.from(days) } }, 0, days.length - 1);
  expect(answer([1, 1, 2])).toBe(notCounted);
  expect(answer([1, 2, 2])).toBe(2);
  expect(answer([0, 0, 1])).toBe(1);
});
