import { expect, it } from 'vitest';
import { RulebookParser } from './rulebook-parser.ts';

it('the grammar has no ambiguity at three tokens of lookahead, no left recursion, and no rule without a way in', () => {
  expect(() => new RulebookParser({ validated: true })).not.toThrow();
});
