import type { PlanExpression } from '../../plan/expression.ts';
import { exactCompare, exactOperand } from '../exact/exact-value.ts';
import type { Frame } from '../session/scope.ts';
import { type NumberColumn, type TextColumn, type TruthColumn, unit } from './column.ts';
import { compareMedian } from './compare-median.ts';
import { sizeOf } from './domains.ts';
import { evaluate, operandColumn } from './evaluate.ts';

type CompareNode = PlanExpression & { op: 'compare' };

/** A comparison, decided by doubles where their bounds are apart, else in decimals. */
export function compareColumn(frame: Frame, node: CompareNode, wanted: Uint8Array | undefined): TruthColumn {
  const counted = compareMedian(frame, node, wanted);
  if (counted !== undefined) return counted;
  const numbers = [node.left, node.right].map((side) => numbersOf(frame, side, node.domain, wanted));
  if (numbers[0] !== undefined && numbers[1] !== undefined) return compareNumbers(frame, node, numbers[0], numbers[1]);
  const left = operandColumn(frame, node.left, node.domain, wanted);
  const right = operandColumn(frame, node.right, node.domain, wanted);
  if (left.type === 'text' && right.type === 'text') return compareText(node.operator, left, right);
  if (left.type === 'yes/no' && right.type === 'yes/no') {
    const values = left.values.map((a, i) => {
      const b = right.values[i]!;
      return a === 2 || b === 2 ? 2 : (a === b) === (node.operator === 'is') ? 1 : 0;
    });
    return { type: 'yes/no', values };
  }
  throw new Error('unlike things are compared');
}

/** The numbers of one side; of a side with one value for all that one, not one for each. */
function numbersOf(
  frame: Frame,
  side: PlanExpression,
  of: PlanExpression['domain'],
  wanted: Uint8Array | undefined,
): NumberColumn | undefined {
  if (side.type === 'text' || side.type === 'yes/no') return undefined;
  const single = side.domain === 'all' && of !== 'all';
  const column = single ? evaluate(frame, side) : operandColumn(frame, side, of, wanted);
  return column.type === 'number' ? column : undefined;
}

// By how two doubles stand: 0 one is missing, 1 the first is larger, 2 smaller, 4 they are equal.
const outcomes: Record<CompareNode['operator'], Uint8Array> = {
  '>=': Uint8Array.of(2, 1, 0, 0, 1),
  '<=': Uint8Array.of(2, 0, 1, 0, 1),
  '>': Uint8Array.of(2, 1, 0, 0, 0),
  '<': Uint8Array.of(2, 0, 1, 0, 0),
  is: Uint8Array.of(2, 0, 0, 0, 1),
  'is not': Uint8Array.of(2, 1, 1, 0, 0),
};

function compareNumbers(frame: Frame, node: CompareNode, left: NumberColumn, right: NumberColumn): TruthColumn {
  const n = sizeOf(frame.scope, node.domain);
  const values = new Uint8Array(n);
  // Of one value for all only the first place is read.
  const [atLeft, atRight] = [left.values.length < n ? 0 : -1, right.values.length < n ? 0 : -1];
  const { exact } = frame.scope.session;
  const certain = left.errors === undefined && right.errors === undefined && !exact;
  const outcome = outcomes[node.operator];
  for (let i = 0; i < n; i += 1) {
    const a = left.values[i & atLeft]!;
    const b = right.values[i & atRight]!;
    const order = +(a > b) | (+(a < b) << 1) | (+(a === b) << 2);
    values[i] = outcome[order]!;
    if (certain || order === 0) continue;
    if (exact || !(Math.abs(a - b) > boundAt(left, i & atLeft) + boundAt(right, i & atRight)))
      values[i] = exactly(frame, node, i);
  }
  return { type: 'yes/no', values };
}

/** Against a value with a bound, one that is exact still differs from its double by half a unit. */
function boundAt(column: NumberColumn, i: number): number {
  return column.errors === undefined ? unit * Math.abs(column.values[i]!) : column.errors[i]!;
}

export function exactly(frame: Frame, node: CompareNode, i: number): number {
  const found = exactCompare(
    node.operator,
    exactOperand(frame, node.left, i, node.domain),
    exactOperand(frame, node.right, i, node.domain),
  );
  return found === undefined ? 2 : found ? 1 : 0;
}

function compareText(operator: CompareNode['operator'], left: TextColumn, right: TextColumn): TruthColumn {
  const values = left.codes.length === 0 ? new Uint8Array(0) : new Uint8Array(left.codes.length);
  // One text against many is decided once per entry of the dictionary.
  const single = right.dictionary.length === 1 ? right.dictionary[0]! : undefined;
  const table = single === undefined ? undefined : left.dictionary.map((text) => textHolds(operator, text, single));
  for (let i = 0; i < values.length; i += 1) {
    const a = left.codes[i]!;
    const b = right.codes[i]!;
    if (a < 0 || b < 0) values[i] = 2;
    else if (table !== undefined) values[i] = table[a] ? 1 : 0;
    else values[i] = textHolds(operator, left.dictionary[a]!, right.dictionary[b]!) ? 1 : 0;
  }
  return { type: 'yes/no', values };
}

function textHolds(operator: CompareNode['operator'], a: string, b: string): boolean {
  return exactCompare(operator, a, b) === true;
}
