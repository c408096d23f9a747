import type { PlanExpression } from '../../plan/expression.ts';
import type { Frame } from '../session/scope.ts';
import { type Column, errorAt, isKnown, type NumberColumn, numbersIn, type TextColumn, truthsIn } from './column.ts';
import { operandColumn } from './evaluate.ts';
import { logicColumn, notColumn } from './logic.ts';

/** `if`: where the condition is unknown the value is missing. */
export function ifColumn(condition: Column, then: Column, other: Column): Column {
  const truths = truthsIn(condition);
  return picked(then, other, (i) => truths[i]!);
}

/** `otherwise`: the fallback where the value is missing. */
export function otherwiseColumn(value: Column, fallback: Column): Column {
  return picked(value, fallback, (i) => (isKnown(value, i) ? 1 : 0));
}

/** From one of two columns: the first for 1, the second for 0, nothing for 2. */
function picked(first: Column, second: Column, which: (i: number) => number): Column {
  if (first.type === 'number' && second.type === 'number') return pickedNumbers(first, second, which);
  if (first.type === 'text' && second.type === 'text') return pickedTexts(first, second, which);
  if (first.type === 'yes/no' && second.type === 'yes/no') {
    return {
      type: 'yes/no',
      values: first.values.map((value, i) => [second.values[i]!, value, 2][which(i)]!),
    };
  }
  throw new Error('unlike things are chosen from');
}

/** Texts of both dictionaries, the second's after the first's. */
function pickedTexts(first: TextColumn, second: TextColumn, which: (i: number) => number): TextColumn {
  const dictionary = [...first.dictionary];
  const places = new Map(dictionary.map((text, code) => [text, code]));
  const codeOfSecond = second.dictionary.map((text) => places.get(text) ?? dictionary.push(text) - 1);
  const codes = first.codes.map((code, i) => {
    const side = which(i);
    if (side === 1) return code;
    return side === 2 || second.codes[i]! < 0 ? -1 : codeOfSecond[second.codes[i]!]!;
  });
  return { type: 'text', codes, dictionary };
}

function pickedNumbers(first: NumberColumn, second: NumberColumn, which: (i: number) => number): NumberColumn {
  const n = first.values.length;
  const values = new Float64Array(n).fill(Number.NaN);
  const exact = first.errors === undefined && second.errors === undefined;
  const errors = new Float64Array(exact ? 0 : n);
  for (let i = 0; i < n; i += 1) {
    const side = which(i);
    if (side === 2) continue;
    const from = side === 1 ? first : second;
    values[i] = from.values[i]!;
    if (!exact) errors[i] = errorAt(from, i);
  }
  return exact ? { type: 'number', values } : { type: 'number', values, errors };
}

/** Smallest or largest of numbers: the bound holds whichever of two close ones it is. */
export function extremeColumn(columns: Column[], sign: 1 | -1): NumberColumn {
  return columns.map(numbersIn).reduce((a, b) => {
    const known = (i: number) => !Number.isNaN(a.values[i]!) && !Number.isNaN(b.values[i]!);
    const column = pickedNumbers(a, b, (i) => (!known(i) ? 2 : sign * (a.values[i]! - b.values[i]!) >= 0 ? 1 : 0));
    if (column.errors === undefined) return column;
    const { errors } = column;
    for (let i = 0; i < errors.length; i += 1) {
      errors[i] = known(i) ? Math.max(errorAt(a, i), errorAt(b, i)) : 0;
    }
    return column;
  });
}

export function absColumn(column: Column): NumberColumn {
  const { values, errors } = numbersIn(column);
  const sizes = values.map(Math.abs);
  return errors === undefined ? { type: 'number', values: sizes } : { type: 'number', values: sizes, errors };
}

const comparisons = new WeakMap<PlanExpression, PlanExpression[]>();

/** `one of` as comparisons with each option, any of which may hold. */
export function oneOfColumn(
  frame: Frame,
  node: PlanExpression & { op: 'one of' },
  wanted: Uint8Array | undefined,
): Column {
  let parts = comparisons.get(node);
  if (parts === undefined) {
    parts = node.options.map((right) => ({
      domain: node.domain,
      type: 'yes/no',
      op: 'compare',
      operator: 'is',
      left: node.value,
      right,
    }));
    comparisons.set(node, parts);
  }
  const any = parts
    .map((part) => operandColumn(frame, part, node.domain, wanted))
    .reduce((a, b) => logicColumn('or', a, b));
  return node.negated ? notColumn(any) : any;
}
