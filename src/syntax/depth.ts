import type { Report } from './report.ts';
import type { Token } from './scan.ts';
import { Close, Open } from './tokens/basics.ts';
import * as t from './tokens/expression.ts';
import type { TokenType } from './tokens/kit.ts';
import { DecidedBetween, Shift, Snap } from './tokens/schedule.ts';

// Well below what the parser's stack can take, wherever it is called from.
const maximumDepth = 50;
const maximumOperators = 1000;

// Words after which the parser goes one level down, without a parenthesis that would show it.
const descending = new Set<TokenType>([
  t.Not,
  t.Minus,
  t.Power,
  t.If,
  t.AggregateOf,
  t.RoundBy,
  t.Previous,
  t.Known,
  t.Since,
  t.CumulativeOf,
  t.ValueOf,
  Shift,
  Snap,
  DecidedBetween,
]);
const joining = new Set<TokenType>([
  t.And,
  t.Or,
  t.Plus,
  t.Minus,
  t.Times,
  t.Divide,
  t.Power,
  t.Otherwise,
  t.AsOf,
  t.In,
  t.Not,
  t.If,
  t.AggregateOf,
  t.Previous,
  t.Known,
]);
/** After these an operand is complete, so that a `-` subtracts. */
const operandEnds = new Set<TokenType>([Close]);

/**
 * Says, and tells the author, that a sentence is nested too deeply to be parsed, or that its parentheses do not match.
 * It is found on the tokens, so that no input can exhaust the parser's stack.
 */
export function depthProblem(tokens: Token[], report: Report): boolean {
  const open: Token[] = [];
  let descents = 0;
  let operators = 0;
  let previous: Token | undefined;
  for (const token of tokens) {
    const type = token.tokenType;
    if (type === Open) {
      open.push(token);
      if (open.length > maximumDepth) return tooDeep(token, `more than ${maximumDepth} parentheses inside each other`);
    } else if (type === Close) {
      if (open.pop() === undefined) {
        report('openParenthesis', token.startOffset, token.endOffset + 1, 'this `)` closes nothing');
        return true;
      }
    } else if (descending.has(type) && !(type === t.Minus && subtracts(previous))) {
      if (++descents > maximumDepth)
        return tooDeep(token, `more than ${maximumDepth} parts inside each other in one sentence`);
    }
    if (joining.has(type) && ++operators > maximumOperators)
      return tooDeep(token, `more than ${maximumOperators} operators in one sentence`);
    previous = token;
  }
  const unclosed = open[0];
  if (unclosed === undefined) return false;
  report('openParenthesis', unclosed.startOffset, unclosed.endOffset + 1, 'this `(` is never closed');
  return true;

  function tooDeep(token: Token, message: string): true {
    report('tooDeep', token.startOffset, token.endOffset + 1, message);
    return true;
  }
}

function subtracts(previous: Token | undefined): boolean {
  return (
    previous !== undefined &&
    (operandEnds.has(previous.tokenType) || !(joining.has(previous.tokenType) || previous.tokenType === Open))
  );
}
