import { expect, test } from 'vitest';
import { RulebookParser } from './rulebook-parser.ts';

test('the grammar is unambiguous within three tokens of lookahead', () => {
  expect(() => new RulebookParser(true)).not.toThrow();
});
