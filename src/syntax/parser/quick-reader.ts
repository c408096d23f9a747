import type { Report } from '../report.ts';
import type { Token } from '../scan.ts';
import { tokenType } from '../tokens/kit.ts';
import { type Chooser, chooser, fits } from './chooser.ts';
import type { Alternative, Dsl, Optional, Rule } from './dsl.ts';
import { type Grammar, grammar } from './grammar.ts';
import { knownLookahead } from './known-lookahead.ts';
import { type LookaheadTable, lookaheadTable } from './lookahead-table.ts';
import { type Notes, noting } from './nodes.ts';

/** Reads a sentence by a rule of the grammar. Undefined where it has a mistake; this reader cannot say which. */
export type QuickReader = <R extends keyof Grammar>(
  rule: R,
  tokens: Token[],
  notes: Notes,
) => { value: ReturnType<Grammar[R]> } | undefined;

/** The choices of one rule, by their number in it. */
type Choices = { or: Chooser[]; option: Chooser[]; many: Chooser[] };

/** Thrown where a sentence does not go on as the grammar wants. */
const mistake = new Error('the sentence has a mistake');

const end: Token = { image: '', startOffset: -1, endOffset: -1, tokenType: tokenType('end of sentence'), payload: '' };

/**
 * A reader that goes down the rules of the grammar, and at each choice where the table says that the next tokens lead.
 */
export function quickReader(table: LookaheadTable): QuickReader {
  let tokens: Token[] = [];
  let next = 0;
  let choices: Choices = { or: [], option: [], many: [] };
  let findings: Parameters<Report>[] = [];
  const notes: Notes = { places: new Map(), report: (...finding) => findings.push(finding) };

  const ahead = (count: number): Token => {
    const at = next + count - 1;
    return at >= 0 && at < tokens.length ? tokens[at]! : end;
  };
  const dsl: Dsl = {
    ...noting(notes, () => ahead(0)),
    ahead,
    start: () => ahead(1).startOffset,
    rule<T>(name: string, implementation: () => T): Rule<T> {
      // Most sentences need few of the rules.
      let own: Choices | undefined;
      return () => {
        const outer = choices;
        own ??= choicesOf(table[name] ?? {}, ahead);
        choices = own;
        const value = implementation();
        choices = outer;
        return value;
      };
    },
    subrule: (_index, rule) => rule(),
    consume(_index, type) {
      const token = ahead(1);
      if (!fits(token.tokenType, type)) throw mistake;
      next++;
      return token;
    },
    or<T>(index: number, alternatives: Alternative<T>[]): T {
      const chosen = choices.or[index]!(alternatives);
      if (chosen === undefined) throw mistake;
      return alternatives[chosen]!.ALT();
    },
    option<T>(index: number, definition: Optional<T>): T | undefined {
      return goesOn(choices.option[index]!, definition) ? action(definition)() : undefined;
    },
    many(index, definition) {
      const chooses = choices.many[index]!;
      while (goesOn(chooses, definition)) action(definition)();
    },
  };
  const rules = grammar(dsl);

  return (rule, sentence, { places, report }) => {
    tokens = sentence;
    next = 0;
    findings = [];
    notes.places = places;
    try {
      const value = rules[rule]() as ReturnType<Grammar[typeof rule]>;
      if (next < tokens.length) return undefined;
      for (const finding of findings) report(...finding);
      return { value };
    } catch (error) {
      // What is too deep for this reader is too deep for the other, which tells it.
      if (error === mistake || error instanceof RangeError) return undefined;
      throw error;
    }
  };
}

function goesOn(chooses: Chooser, definition: Optional<unknown>): boolean {
  return (typeof definition === 'function' || definition.GATE()) && chooses() !== undefined;
}

function action<T>(definition: Optional<T>): () => T {
  return typeof definition === 'function' ? definition : definition.DEF;
}

function choicesOf(table: LookaheadTable[string], ahead: (count: number) => Token): Choices {
  const choices: Choices = { or: [], option: [], many: [] };
  for (const [choice, paths] of Object.entries(table)) {
    const [, kind, index] = /^(or|option|many)(\d+)$/.exec(choice)!;
    choices[kind as keyof Choices][Number(index)] = chooser(paths, ahead);
  }
  return choices;
}

let made: QuickReader | undefined;

/** The reader of this grammar, made when first needed. */
export function theQuickReader(): QuickReader {
  made ??= quickReader(knownLookahead ?? lookaheadTable());
  return made;
}
