import type { ILookaheadStrategy, Rule, TokenType } from 'chevrotain';
import { chevrotain } from '../packages.ts';
import { allTokens } from '../tokens/all.ts';
import { chevrotainParser, maxLookahead } from './chevrotain-parser.ts';

/**
 * By rule, and by choice within the rule (`or2`, `option1`, `many1`): for each alternative the sequences of tokens, as
 * places in the list of all tokens, that lead to it.
 */
export type LookaheadTable = Record<string, Record<string, number[][][]>>;

/** What the choices of the grammar look ahead to, worked out by Chevrotain. */
export function lookaheadTable(): LookaheadTable {
  const table: LookaheadTable = {};
  chevrotainParser({ lookahead: notingStrategy(table) });
  return table;
}

/**
 * A way to look ahead that notes in a table what is to be looked for; the parser that it is given to is not for
 * reading.
 */
function notingStrategy(table: LookaheadTable): ILookaheadStrategy {
  const { getLookaheadPaths } = chevrotain();
  const places = new Map<TokenType, number>(allTokens.map((type, i) => [type, i]));
  const note = ({ name }: Rule, choice: string, paths: TokenType[][][]) => {
    const found = paths.map((alternative) => alternative.map((path) => path.map((type) => places.get(type) ?? -1)));
    if (found.flat(2).includes(-1)) throw new Error(`${choice} of ${name} looks for no token of ours`);
    table[name] ??= {};
    table[name][choice] = found;
  };
  return {
    validate: () => [],
    buildLookaheadForAlternation: ({ rule, prodOccurrence: occurrence }) => {
      note(rule, `or${occurrence}`, getLookaheadPaths({ occurrence, rule, prodType: 'Alternation', maxLookahead }));
      return () => undefined;
    },
    buildLookaheadForOptional: ({ rule, prodOccurrence: occurrence, prodType }) => {
      const kind = prodType === 'Option' ? 'option' : 'many';
      const [inside] = getLookaheadPaths({ occurrence, rule, prodType, maxLookahead });
      note(rule, `${kind}${occurrence}`, [inside!]);
      return () => false;
    },
  };
}
