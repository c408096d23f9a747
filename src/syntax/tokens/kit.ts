import { createToken, Lexer, type TokenType } from 'chevrotain';

/** What a word of the language stands for: its token and the value it carries (its plain spelling where not told). */
export type Lexeme = { type: TokenType; value: string };

const spellings = new Map<TokenType, ReadonlyMap<string, string>>();

/** Any word that is not reserved: what authors call their rules, measures, fields and sets. */
export const Name = createToken({ name: 'Name', pattern: Lexer.NA });

/**
 * A token written as one of several words or phrases. A list carries the spelling itself as value; a record maps spelling
 * to value, for example both `trading day` and `trading days` to `trading days`.
 */
export function words(
  name: string,
  lexemes: readonly string[] | Record<string, string>,
  ...categories: TokenType[]
): TokenType {
  const type = createToken({ name, pattern: Lexer.NA, categories });
  const list = Array.isArray(lexemes) ? lexemes.map((l: string) => [l, l] as const) : Object.entries(lexemes);
  spellings.set(type, new Map(list));
  return type;
}

/** Like {@link words}, for words that authors may also use as names, since the place tells which is meant. */
export function softWords(name: string, lexemes: readonly string[] | Record<string, string>): TokenType {
  return words(name, lexemes, Name);
}

/** A token that stands for several others, so that a rule may name them together. */
export function category(name: string): TokenType {
  return createToken({ name, pattern: Lexer.NA });
}

/** How a token may be written, with the value of each spelling; undefined for tokens that are no fixed words. */
export function spellingsOf(type: TokenType): ReadonlyMap<string, string> | undefined {
  return spellings.get(type);
}
