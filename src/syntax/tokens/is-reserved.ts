import { phrases } from './all.ts';
import { FunctionName } from './expression.ts';
import { Name } from './kit.ts';

/** Whether a word cannot be a name since the language uses it where names stand. */
export function isReserved(word: string): boolean {
  const lexeme = phrases.get(word)?.lexeme;
  return lexeme !== undefined && lexeme.type !== FunctionName && !lexeme.type.CATEGORIES.includes(Name);
}
