import type { PlanExpression } from '../../plan/expression.ts';
import { dateOf } from '../exact/exact-value.ts';
import { earlierFrame } from '../exact/earlier.ts';
import { dayOfText, inForceName } from '../session/in-force.ts';
import { type Frame, frameOf } from '../session/scope.ts';
import { groupAggregateColumn, setAggregateColumn } from './aggregate.ts';
import { arithmeticColumn, negateColumn } from './arithmetic.ts';
import { type Column, knownFlags, type TruthColumn, truthsIn } from './column.ts';
import { compareColumn } from './compare.ts';
import { convertColumn } from './convert-column.ts';
import { currentColumn } from './current-column.ts';
import { mapping, placesThen, sizeOf } from './domains.ts';
import { elapsedColumn } from './elapsed-column.ts';
import { exactColumn, missingColumn } from './exact-column.ts';
import { fieldColumn } from './field.ts';
import { gather, spread } from './lift.ts';
import { logicColumn, notColumn } from './logic.ts';
import { attributeColumn, groupNameColumn } from './attribute-column.ts';
import { absColumn, extremeColumn, ifColumn, oneOfColumn, otherwiseColumn } from './choice.ts';
import { addedSinceColumn, membershipColumn } from './membership-column.ts';
import { numberColumn } from './number-column.ts';
import { cumulativeColumn, rankColumn } from './rank-column.ts';
import { monthsColumn } from './months-column.ts';
import { readsWindows } from './reads-windows.ts';
import { windowColumn } from './window.ts';

/**
 * The values of an expression for every entity of its domain, with error bounds where doubles are not exact.
 * `wanted` flags the entities whose values will be used; the others may be left missing where they are costly.
 */
export function evaluate(frame: Frame, node: PlanExpression, wanted?: Uint8Array): Column {
  const known = frame.columns.get(node);
  if (known !== undefined) return known;
  const { session } = frame.scope;
  const narrowed = wanted !== undefined && !session.tellsAll && readsWindows(node, session) ? wanted : undefined;
  const column = compute(frame, node, narrowed);
  if (narrowed === undefined) frame.columns.set(node, column);
  return column;
}

/** As {@link evaluate}, for the entities of a finer domain. */
export function operandColumn(
  frame: Frame,
  operand: PlanExpression,
  of: PlanExpression['domain'],
  wanted?: Uint8Array,
): Column {
  if (operand.domain === of) return evaluate(frame, operand, wanted);
  const column = evaluate(frame, operand);
  if (operand.domain === 'all') return spread(column, sizeOf(frame.scope, of));
  return gather(column, mapping(frame.scope, of, operand.domain));
}

/** A condition over a domain as flags: 1 where it holds, 0 where it does not or is unknown. */
export function holds(
  frame: Frame,
  condition: PlanExpression,
  of: PlanExpression['domain'],
  wanted?: Uint8Array,
): Uint8Array {
  const values = truthsIn(operandColumn(frame, condition, of, wanted));
  const flags = new Uint8Array(values.length);
  // Of 0 no, 1 yes and 2 unknown only the middle one is odd.
  for (let i = 0; i < flags.length; i += 1) flags[i] = values[i]! & 1;
  return flags;
}

function compute(frame: Frame, node: PlanExpression, wanted: Uint8Array | undefined): Column {
  const operand = (child: PlanExpression) => operandColumn(frame, child, node.domain, wanted);
  switch (node.op) {
    case 'number':
      return numberColumn(node);
    case 'date':
      return { type: 'number', values: new Float64Array([dayOfText(node.value)]) };
    case 'text':
      return { type: 'text', codes: new Int32Array([0]), dictionary: [node.value] };
    case 'yes-no':
      return { type: 'yes/no', values: new Uint8Array([node.value ? 1 : 0]) };
    case 'field':
      return fieldColumn(frame, node);
    case 'measure':
      return operand(
        inForceName(frame.scope.session.versions.measures, node.measure, frame.scope.effective, 'measure').value,
      );
    case 'arithmetic':
      return arithmeticColumn(frame, node, wanted);
    case 'negate':
      return negateColumn(operand(node.operand));
    case 'compare':
      return compareColumn(frame, node, wanted);
    case 'and':
    case 'or':
      return logicColumn(node.op, operand(node.left), operand(node.right));
    case 'not':
      return notColumn(operand(node.operand));
    case 'known':
      return knownColumn(operand(node.operand));
    case 'group aggregate':
      return groupAggregateColumn(frame, node);
    case 'set aggregate':
      return setAggregateColumn(frame, node);
    case 'window':
      return windowColumn(frame, node, wanted) ?? exactColumn(frame, node, wanted);
    case 'as of':
      return operandColumn(frameOf(frame.scope, dateOf(frame, node.date)), node.value, node.domain, wanted);
    case 'previous': {
      const before = earlierFrame(frame, node.event);
      if (before === undefined) return missingColumn(frame, node);
      const column = operandColumn(before, node.value, node.domain);
      const places = placesThen(frame.scope, before.scope, node.domain);
      return places === undefined ? column : gather(column, places);
    }
    case 'rank':
      return rankColumn(frame, node);
    case 'cumulative':
      return cumulativeColumn(frame, node);
    case 'constituent':
    case 'member':
      return membershipColumn(frame, node);
    case 'added since':
      return addedSinceColumn(frame, node);
    case 'one of':
      return oneOfColumn(frame, node, wanted);
    case 'if':
      return ifColumn(operand(node.condition), operand(node.then), operand(node.else));
    case 'otherwise':
      return otherwiseColumn(operand(node.value), operand(node.fallback));
    case 'call':
      if (node.fn === 'min') return extremeColumn(node.args.map(operand), -1);
      if (node.fn === 'max') return extremeColumn(node.args.map(operand), 1);
      if (node.fn === 'abs') return absColumn(operand(node.args[0]!));
      return exactColumn(frame, node, wanted);
    case 'attribute':
      return attributeColumn(frame, node);
    case 'group name':
      return groupNameColumn(frame, node);
    case 'convert':
      return convertColumn(frame, node, operand(node.value));
    case 'elapsed':
      return elapsedColumn(frame, node.unit, operand(node.since));
    case 'months':
      return monthsColumn(frame, node, wanted);
    case 'current':
      return currentColumn(frame, node);
    case 'round':
    case 'at rank':
    case 'of weights':
      return exactColumn(frame, node, wanted);
    default:
      return node satisfies never;
  }
}

function knownColumn(column: Column): TruthColumn {
  return { type: 'yes/no', values: knownFlags(column) };
}
