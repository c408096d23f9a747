import {
  getLookaheadPaths,
  type ILookaheadStrategy,
  type IToken,
  LLkLookaheadStrategy,
  type Rule,
  tokenMatcher,
} from 'chevrotain';
import { allTokens } from '../tokens/all.ts';

/**
 * By rule, and by choice within the rule (`or2`, `option1`, `many1`): for each alternative the sequences of tokens, as places in the
 * list of all tokens, that lead to it.
 */
export type LookaheadTable = Record<string, Record<string, number[][][]>>;

/** Chevrotain's way to tell kinds of choices apart within a rule. */
const kinds = { or: 1 << 8, option: 2 << 8, many: 3 << 8 };

/** Thrown where no alternative fits. The parser that worked out the grammar itself can then say what was expected. */
export const unforeseen = new Error('no alternative fits');

/** Chevrotain's own way to look ahead, which notes in a table what it looks for. */
export function notingStrategy(table: LookaheadTable, maxLookahead: number): ILookaheadStrategy {
  const own = new LLkLookaheadStrategy({ maxLookahead });
  const places = new Map(allTokens.map((type, i) => [type, i]));
  const note = ({ name }: Rule, choice: string, paths: ReturnType<typeof getLookaheadPaths>) => {
    const found = paths.map((alternative) => alternative.map((path) => path.map((type) => places.get(type) ?? -1)));
    if (found.flat(2).includes(-1)) throw new Error(`${choice} of ${name} looks for no token of ours`);
    table[name] ??= {};
    table[name][choice] = found;
  };
  return {
    validate: (given) => own.validate(given),
    buildLookaheadForAlternation: (given) => {
      const { rule, prodOccurrence: occurrence } = given;
      note(rule, `or${occurrence}`, getLookaheadPaths({ occurrence, rule, prodType: 'Alternation', maxLookahead }));
      return own.buildLookaheadForAlternation(given);
    },
    buildLookaheadForOptional: (given) => {
      const { rule, prodOccurrence: occurrence, prodType } = given;
      const kind = prodType === 'Option' ? 'option' : 'many';
      const [inside] = getLookaheadPaths({ occurrence, rule, prodType, maxLookahead });
      note(rule, `${kind}${occurrence}`, [inside!]);
      return own.buildLookaheadForOptional(given);
    },
  };
}

/** What Chevrotain keeps for each parser, and fills when it works out a grammar. */
type Inside = {
  selfAnalysisDone: boolean;
  fullRuleNameToShort: Record<string, number>;
  lookAheadFuncsCache: ((alternatives?: { GATE?: () => boolean }[]) => unknown)[][];
};

/** Gives a parser what it looks ahead to, in place of working it out from its grammar. */
export function useLookahead(parser: object, table: LookaheadTable, ahead: (count: number) => IToken): void {
  const inside = parser as Inside;
  inside.selfAnalysisDone = true;
  for (const rule in table) {
    const choices: Inside['lookAheadFuncsCache'][number] = [];
    for (const choice in table[rule]) {
      const [, kind, occurrence] = /^(or|option|many)(\d+)$/.exec(choice)!;
      const chosen = chooser(table[rule][choice]!, ahead);
      choices[kinds[kind as keyof typeof kinds] | Number(occurrence)] =
        kind === 'or'
          ? (alternatives) => {
              const found = chosen(alternatives);
              if (found === undefined) throw unforeseen;
              return found;
            }
          : () => chosen() === 0;
    }
    inside.lookAheadFuncsCache[inside.fullRuleNameToShort[rule]!] = choices;
  }
}

/** Which alternative the next tokens lead to: the first that fits and is not ruled out by its gate. */
function chooser(paths: number[][][], ahead: (count: number) => IToken) {
  const all = paths.flatMap((alternative, index) => alternative.map((path) => ({ index, path })));
  const byFirst = new Map<number, typeof all>();
  return (alternatives?: { GATE?: () => boolean }[]): number | undefined => {
    const first = ahead(1);
    let candidates = byFirst.get(first.tokenTypeIdx);
    if (candidates === undefined) {
      candidates = all.filter(({ path }) => path.length === 0 || tokenMatcher(first, allTokens[path[0]!]!));
      byFirst.set(first.tokenTypeIdx, candidates);
    }
    next: for (const { index, path } of candidates) {
      if (alternatives?.[index]?.GATE?.() === false) continue;
      for (let i = 1; i < path.length; i++) if (!tokenMatcher(ahead(i + 1), allTokens[path[i]!]!)) continue next;
      return index;
    }
    return undefined;
  };
}
