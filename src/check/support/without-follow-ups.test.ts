import { expect, test } from 'vitest';
import { readRulebook } from '../../syntax/index.ts';
import { checkContext, checkRulebook } from '../index.ts';
import { withoutFollowUps } from './without-follow-ups.ts';

function told(text: string) {
  const { rulebook, sourceMap, diagnostics } = readRulebook(text, 'a.rulebook');
  const context = checkContext(rulebook!, sourceMap, 'a.rulebook');
  const found = withoutFollowUps(checkRulebook(context), diagnostics, context).map((d) => d.code);
  return { unread: diagnostics.length, found: found.filter((c) => /^RB(4[23]|101[6-9])/.test(c)) };
}

const limits = '\nlimits on companies, otherwise fail\n  single: cap each at 5%\n';

test('what a selection would have been is not counted on', () => {
  const selection = (rule: string) => `selection of companies\n  some: take\n    en "x"\n  ${rule}\n${limits}`;
  expect(told(`selection of companies\n  some: fill to 10\n${limits}`)).toEqual({
    unread: 0,
    found: ['RB4207', 'RB4301'],
  });
  expect(told(selection('rest: fil to 10'))).toMatchObject({ found: [] });
  expect(told(selection('rest: fil to 10')).unread).toBeGreaterThan(0);
});

test('a mistake elsewhere hides nothing of it', () => {
  const text = `fields\n  close off line: USD\n\nselection of companies\n  some: fill to 10\n${limits}`;
  expect(told(text).unread).toBeGreaterThan(0);
  expect(told(text).found).toEqual(['RB4207', 'RB4301']);
});
