import { expect, test } from 'vitest';
import { findingsIn, pointedAt } from '../../../test/support/findings-in.ts';
import { cyclesCatalogue } from '../../diagnostics/catalogue/cycles.ts';
import { checkCycles } from './index.ts';
import { findRings } from './rings.ts';

test.each(cyclesCatalogue.map((e) => [e.code, e] as const))(
  '%s: its example fails, and passes when mended',
  (code, e) => {
    expect(findingsIn(e.failing!, checkCycles).map((d) => d.code)).toEqual([code]);
    expect(findingsIn(e.passing!, checkCycles)).toEqual([]);
  },
);

test('one finding names the whole ring, through rankings, eligibility and sets', () => {
  const text = `fields
  cap of company: USD

measures
  place = rank in size + 1

rankings
  size: companies where eligible by cap, largest first, then by company

eligibility of companies
  large: require member of list

selection list of companies
  best: take where place <= 5
`;
  const found = findingsIn(text, checkCycles);
  expect(found).toHaveLength(1);
  expect(found[0]!.message).toBe(
    'measure `place`, ranking `size`, `eligible`, set `list` need one another to be known',
  );
  expect(pointedAt(text, found[0]!)).toHaveLength(4);
});

test('what needs itself is a ring of one', () => {
  const found = findingsIn('measures\n  a = a + 1\n', checkCycles);
  expect(found.map((d) => d.message)).toEqual(['measure `a` needs itself to be known']);
});

test('long chains are walked without running out of stack', () => {
  const nodes = new Map(
    Array.from({ length: 30_000 }, (_, i) => [
      `${i}`,
      { words: `${i}`, pointer: '', needs: new Map([[`${(i + 1) % 30_000}`, '']]) },
    ]),
  );
  expect(findRings(nodes)).toHaveLength(1);
});
