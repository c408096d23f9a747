import type { Token } from '../scan.ts';
import { allTokens } from '../tokens/all.ts';
import type { TokenType } from '../tokens/kit.ts';

/**
 * Which of several alternatives the next tokens lead to: the first that fits and is not ruled out by its gate.
 * Undefined where none does.
 */
export type Chooser = (alternatives?: readonly { GATE?: () => boolean }[]) => number | undefined;

type Candidate = { index: number; path: number[] };

/** A chooser between alternatives, by the sequences of tokens (places in the list of all tokens) that lead to each. */
export function chooser(paths: number[][][], ahead: (count: number) => Token): Chooser {
  const all = paths.flatMap((alternative, index) => alternative.map((path): Candidate => ({ index, path })));
  // Few of them begin with the token that comes next; which ones is found once for each kind of token.
  const byFirst: Candidate[][] = [];
  return (alternatives) => {
    const { tokenType } = ahead(1);
    byFirst[tokenType.id] ??= all.filter(({ path }) => path.length === 0 || fits(tokenType, allTokens[path[0]!]!));
    next: for (const { index, path } of byFirst[tokenType.id]!) {
      if (alternatives?.[index]?.GATE?.() === false) continue;
      for (let i = 1; i < path.length; i++) if (!fits(ahead(i + 1).tokenType, allTokens[path[i]!]!)) continue next;
      return index;
    }
    return undefined;
  };
}

/** Whether a token of one type may stand where the grammar names another. */
export function fits(type: TokenType, named: TokenType): boolean {
  return type === named || type.CATEGORIES.includes(named);
}
