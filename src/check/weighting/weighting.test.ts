import { expect, test } from 'vitest';
import { findingsIn } from '../../../test/support/findings-in.ts';
import { checkWeighting } from './index.ts';

const reviews =
  'schedule\n  yearly: in June\n    effective: 3rd Friday of month\n  monthly_look: monthly\n    effective: last trading day of month\n\n';
const level = 'level\n  base 100 on 2020-01-31\n  returns price\n  round level to 2 decimals half up\n\n';
const basis = '  basis: weight lines by cap\n';
const told = (text: string) => findingsIn(text, checkWeighting).map((d) => `${d.code} ${d.message}`);

test('an index that selects has to weight', () => {
  const text = `${level}${reviews}selection of lines\n  all: take\n\n`;
  expect(told(text)).toEqual(['RB1018 the section `weighting` is missing']);
  expect(told(`${text}weighting\n${basis}`)).toEqual([]);
  expect(told(`${text}weighting at yearly\n${basis}`)).toEqual([
    'RB1019 `monthly_look` may bring newcomers, and no weighting runs at it',
  ]);
  expect(told(`${text}weighting at yearly\n${basis}\nweighting of entrants at monthly_look\n${basis}`)).toEqual([]);
});

test('an event that brings nobody needs no weighting', () => {
  const text = `${reviews}selection of lines at monthly_look\n  all: keep constituents\n\nweighting at yearly\n${basis}`;
  expect(told(text)).toEqual([]);
});

test('lines do not weigh as much as their companies', () => {
  const fields = 'fields\n  close of line: USD per share\n  issued of line: shares\n  cap of company: USD\n\n';
  const by = (what: string) => told(`${fields}weighting, notional 1 billion USD\n  basis: weight ${what}\n`);
  expect(by('lines by cap')).toEqual(['RB1020 `basis` weights lines by `cap`, which is a value of companies']);
  expect(by('lines by cap * 2')).toEqual(['RB1020 `basis` weights lines by a value of companies']);
  expect(by('lines by cap * (close * issued / sum of close * issued over company)')).toEqual([]);
  expect(by('companies by cap, split by close * issued')).toEqual([]);
});
