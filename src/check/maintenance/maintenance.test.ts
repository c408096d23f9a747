import { expect, test } from 'vitest';
import { findingsIn } from '../../../test/support/findings-in.ts';
import { checkMaintenance } from './index.ts';
import { neededPolicies } from './needed-policies.ts';

const level = (returns: string) =>
  `level\n  base 100 on 2020-01-31\n  returns ${returns}\n  round level to 2 decimals half up\n\n`;
const maintenance = (sentences: string[]) => `maintenance\n${sentences.map((s) => `  ${s}\n`).join('')}`;

test('all occasions without a policy are told at once, each with a sentence that is one', () => {
  const [found, ...others] = findingsIn(
    `${level('price')}${maintenance(['splits: on split, adjust shares'])}`,
    checkMaintenance,
  );
  expect(others).toEqual([]);
  expect(found!.message).toContain('`stock dividend`, `special dividend`, `rights`, `spin-off`, `cash merger`');
  expect(found!.message).not.toMatch(/`split`|`cash dividend`|`symbol change`/);
  expect(found!.help).toContain('`delistings: on delisting, remove at last price`');
});

test('the sentences that are offered leave nothing to tell', () => {
  const text = level('price, total');
  const sentences = neededPolicies({
    rulebook: 1,
    sections: [{ section: 'level', variants: [{ kind: 'total' }] } as never],
  });
  expect(findingsIn(text, checkMaintenance).map((d) => `${d.severity} ${d.code}`)).toEqual([
    'warning RB1017',
    'warning RB1016',
  ]);
  expect(findingsIn(`${text}${maintenance(sentences.map((s) => s.sentence))}`, checkMaintenance)).toEqual([]);
});
