import { expect, test } from 'vitest';
import { readRulebook } from '../../syntax/index.ts';
import { checkContext } from '../context.ts';
import { checkTiers } from './index.ts';

const codes = (tiers: string[], line = 'selection of companies, ranked by size', ranking = '') => {
  const text = `rankings\n  size: companies${ranking} by cap, largest first, then by company\n\n${line}\n${tiers.map((t, i) => `  step_${i}: ${t}\n`).join('')}`;
  const { rulebook, sourceMap, diagnostics } = readRulebook(text, 'a.rulebook');
  expect(diagnostics).toEqual([]);
  return checkTiers(checkContext(rulebook!, sourceMap, 'a.rulebook')).map((d) => d.code);
};

test('buffers, quotas and coverage of published methodologies are fine', () => {
  expect(codes(['take ranked 1 to 90', 'keep constituents ranked 1 to 110', 'balance to 100'])).toEqual([]);
  expect(codes(['take until cap is closest to 60%', 'keep constituents'])).toEqual([]);
  expect(codes(['take ranked 1 to 40', 'keep constituents ranked 41 to 60 up to 50', 'fill to 50'])).toEqual([]);
  expect(codes(['take where known cap', 'drop ranked 126 or worse', 'keep constituents ranked 1 to 10'])).toEqual([]);
  expect(codes(['keep constituents', 'drop ranked 126 or worse', 'fill to 100'])).toEqual([]);
});

test('ranks in groups do not add up to a total', () => {
  expect(codes(['take ranked 1 to 5', 'fill to 5'])).toEqual(['RB4202']);
  expect(codes(['take ranked 1 to 5', 'fill to 5'], undefined, ' within sector')).toEqual([]);
});

test('versions of steps are looked at each in its time', () => {
  expect(codes(['take ranked 1 to 75  until 2020-12-31', 'fill to 50  from 2021-01-01'])).toEqual([]);
  expect(codes(['take ranked 1 to 75', 'fill to 50  from 2021-01-01'])).toEqual(['RB4202']);
});

test('ranks that no step speaks of are told, unless a step without ranks may reach them', () => {
  expect(codes(['take ranked 1 to 20', 'keep constituents ranked 25 to 40', 'fill to 30'])).toEqual(['RB4210']);
  expect(codes(['take ranked 1 to 20', 'keep constituents ranked 21 to 40', 'fill to 30'])).toEqual([]);
  expect(codes(['take ranked 1 to 20', 'keep constituents ranked 25 or worse', 'keep constituents'])).toEqual([]);
});
