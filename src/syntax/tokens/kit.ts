/**
 * A kind of token, told from the others by its `id`. `CATEGORIES`, as Chevrotain names them, are other kinds that it
 * may stand for; they have none themselves.
 */
export type TokenType = { name: string; id: number; CATEGORIES: TokenType[] };

/** What a word of the language stands for: its token and the value it carries (its plain spelling where not told). */
export type Lexeme = { type: TokenType; value: string };

const spellings = new Map<TokenType, ReadonlyMap<string, string>>();
let kinds = 0;

/** A token that is no fixed words, or that stands for several others, so that a rule may name them together. */
export function tokenType(name: string, categories: TokenType[] = []): TokenType {
  return { name, id: kinds++, CATEGORIES: categories };
}

/** Any word that is not reserved: what authors call their rules, measures, fields and sets. */
export const Name = tokenType('Name');

/**
 * A token written as one of several words or phrases. A list carries the spelling itself as value; a record maps
 * spelling to value, for example both `trading day` and `trading days` to `trading days`.
 */
export function words(
  name: string,
  lexemes: readonly string[] | Record<string, string>,
  ...categories: TokenType[]
): TokenType {
  const type = tokenType(name, categories);
  const list = Array.isArray(lexemes) ? lexemes.map((l: string) => [l, l] as const) : Object.entries(lexemes);
  spellings.set(type, new Map(list));
  return type;
}

/** Like {@link words}, for words that authors may also use as names, since the place tells which is meant. */
export function softWords(name: string, lexemes: readonly string[] | Record<string, string>): TokenType {
  return words(name, lexemes, Name);
}

/** How a token may be written, with the value of each spelling; undefined for tokens that are no fixed words. */
export function spellingsOf(type: TokenType): ReadonlyMap<string, string> | undefined {
  return spellings.get(type);
}
