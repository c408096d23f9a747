import { expect, it } from 'vitest';
import { chevrotainParser } from './chevrotain-parser.ts';

it('the grammar has no ambiguity at three tokens of lookahead, no left recursion, and no rule without a way in', () => {
  expect(() => chevrotainParser({ validated: true })).not.toThrow();
});
