/** How the expressions in a sentence are said, those of a rulebook or those of a plan. */
export type Say<E> = {
  /** Where anything may stand bare. */
  whole: (e: E) => string;
  /** Where no comparison, `and`, `or` or `if` may stand bare. */
  value: (e: E) => string;
  /** Where a condition follows, which would be taken for part of an aggregate. */
  beforeWhere: (e: E) => string;
  /** Where `of` follows, which would be taken together with some words. */
  beforeOf: (e: E) => string;
};

/** A part of a sentence, where there is such a part. */
export function part<T>(value: T | undefined, words: (value: T) => string): string {
  return value === undefined ? '' : words(value);
}
