import type { Expression } from '../../model/expression.ts';

/** What the value of an expression is used as. */
export type Wanted =
  /** A condition. */
  | 'yes/no'
  /** An amount of anything: money, a count, a ratio, shares. */
  | 'amount'
  /** What weights are in proportion to: an amount, and if money then in the currency of the index. */
  | 'basis'
  /** A share of a whole, as weights and their bounds are. */
  | 'ratio'
  /** A plain count. */
  | 'count'
  /** A plain number or a ratio. */
  | 'number'
  /** An amount of money. */
  | 'money'
  /** Units held of each line: a plain number or shares. */
  | 'units'
  /** A word that groups are made by. */
  | 'text'
  /** An amount or a text to order by. */
  | 'sortable'
  | 'anything';

/**
 * One place of the rulebook where an expression stands. `domain` is what one value is needed for (`line`, `company`, a
 * group, `all`; absent: any); `entity` is what words such as `constituent` or `weight` speak of there. `inLimits`: the
 * words of weights may be used.
 */
export type Site = {
  expression: Expression;
  pointer: string;
  /** Pointer and name of the rule it belongs to. */
  rule: string;
  name: string;
  /** What the expression is there, for messages: "the bound". */
  role: string;
  wanted: Wanted;
  domain?: string;
  entity: string;
  inLimits?: true;
};
