import { expect, test } from 'vitest';
import { readRulebook } from '../../syntax/index.ts';
import { checkContext } from '../context.ts';
import { checkCaps } from './index.ts';

const found = (count: number, stages: string[], outcome = 'fail', of = 'companies') => {
  const rules = stages.map((s, i) => `  s${i}: ${s}\n`).join('');
  const text = `selection of companies, ranked by size\n  all: fill to ${count}\n\nlimits on ${of}, until stable, otherwise ${outcome}\n${rules}`;
  const { rulebook, sourceMap, diagnostics } = readRulebook(text, 'a.rulebook');
  expect(diagnostics).toEqual([]);
  return checkCaps(checkContext(rulebook!, sourceMap, 'a.rulebook')).map((d) => `${d.severity} ${d.code}`);
};

test('a cap is met by exactly enough, and not by one fewer', () => {
  expect(found(20, ['cap each at 5%'])).toEqual([]);
  expect(found(19, ['cap each at 5%'])).toEqual(['error RB4301']);
  expect(found(19, ['cap each at 5%'], 'weight equally')).toEqual(['warning RB4301']);
  // A company may have several lines.
  expect(found(19, ['cap each at 5%'], 'fail', 'lines')).toEqual([]);
  expect(found(200, ['floor each at 0.5%'])).toEqual([]);
  expect(found(201, ['floor each at 0.5%'])).toEqual(['error RB4306']);
});

test('the limits of a published index are fine', () => {
  expect(
    found(100, [
      'when any weight > 24%, cap each at 20%',
      'for weights above 4.5%, when their total >= 48%, scale them to total 40%, others at most min(4.5%, smallest of them)',
      'for the 5 largest weights, when their total >= 40%, scale them to total 38.5%, others at most 4.4%',
    ]),
  ).toEqual([]);
});

test('others need room for what is left to them', () => {
  const stage = (others: string) =>
    `for the 5 largest weights, when their total >= 40%, scale them to total 40%, others at most ${others}`;
  expect(found(25, [stage('3%')])).toEqual([]);
  expect(found(25, [stage('2.9%')])).toEqual(['error RB4303']);
  expect(found(25, [stage('min(2.9%, smallest of them)')])).toEqual(['error RB4303']);
});

test('a stage after a cap may still act when the trigger leaves weights alone', () => {
  const large = 'for weights above 4.5%, when their total > 48%, scale them to total 40%';
  expect(found(100, ['when any weight > 10%, cap each at 4%', large])).toEqual([]);
  expect(found(100, ['when any weight > 4.5%, cap each at 4%', large])).toEqual(['error RB4304']);
});

test('a selection without steps says nothing of caps', () => {
  const text = 'selection of companies\n\nlimits on companies, otherwise fail\n  single: cap each at 5%\n';
  const { rulebook, sourceMap } = readRulebook(text, 'a.rulebook');
  expect(checkCaps(checkContext(rulebook!, sourceMap, 'a.rulebook'))).toEqual([]);
});
