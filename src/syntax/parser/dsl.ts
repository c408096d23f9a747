import type { Token } from '../scan.ts';
import type { TokenType } from '../tokens/kit.ts';

/** A rule of the grammar, called from another by {@link Dsl.subrule} or from outside once the input is set. */
export type Rule<T> = (idxInCallingRule?: number) => T;
export type Alternative<T> = { ALT: () => T; GATE?: () => boolean };
export type Optional<T> = (() => T) | { GATE: () => boolean; DEF: () => T };

/** What files with grammar rules may do. The numbers tell apart uses of the same kind within one rule. */
export type Dsl = {
  rule<T>(name: string, implementation: () => T): Rule<T>;
  consume(index: number, type: TokenType): Token;
  subrule<T>(index: number, rule: Rule<T>): T;
  option<T>(index: number, definition: Optional<T>): T | undefined;
  or<T>(index: number, alternatives: Alternative<T>[]): T;
  many(index: number, definition: Optional<unknown>): void;
  /** The token so many places ahead; 0 is the last one taken. */
  ahead(count: number): Token;
  /** Where the next token begins. */
  start(): number;
  /** Notes that a node of the model stands from `start` to the last token taken, and where some of its parts stand. */
  node<T extends object>(start: number, value: T, parts?: Record<string, Token | undefined>): T;
  /** Reads a token as a whole number, with a finding where it is none. */
  whole(token: Token): number;
  /** Reports a token that the grammar takes but that means nothing here. */
  complain(token: Token, message: string): void;
};

/** Leaves out what is undefined, so that nodes are the same whether they come from text or data. */
export function compact<T extends object>(value: T): Compact<T> {
  for (const key in value) if (value[key] === undefined) return withoutUndefined(value) as Compact<T>;
  return value as unknown as Compact<T>;
}

// Objects that something was deleted from are slow for all who read them later.
function withoutUndefined(value: object): object {
  const kept: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) if (part !== undefined) kept[key] = part;
  return kept;
}

type Compact<T> = T extends unknown
  ? { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
      [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
    }
  : never;
