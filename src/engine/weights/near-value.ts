import type { PlanExpression } from '../../plan/expression.ts';
import { mapping } from '../columns/domains.ts';
import { evaluate } from '../columns/evaluate.ts';
import { exactNumber } from '../exact/exact-value.ts';
import { ddOfDecimal, decimalResiduals } from '../numbers/double-double.ts';
import { NearValues } from '../numbers/near-values.ts';
import { products, quotients, sums } from '../numbers/near-arithmetic.ts';
import { inForceName } from '../session/in-force.ts';
import type { Frame } from '../session/scope.ts';

/** The values of an expression for entities (−1: none), to about 30 digits; NaN where one is missing. */
export function nearValuesFor(frame: Frame, node: PlanExpression, entities: Int32Array): NearValues {
  return plainValues(frame, node, entities) ?? exactValues(frame, node, entities);
}

function exactValues(frame: Frame, node: PlanExpression, entities: Int32Array): NearValues {
  const found = new NearValues(entities.length);
  for (let i = 0; i < entities.length; i += 1) putExact(found, i, frame, node, entities[i]!);
  return found;
}

function putExact(into: NearValues, i: number, frame: Frame, node: PlanExpression, entity: number): void {
  const exact = entity < 0 ? undefined : exactNumber(frame, node, entity);
  if (exact === undefined) into.hi[i] = Number.NaN;
  else into.put(i, { ...ddOfDecimal(exact), exact });
}

/** What is plain arithmetic of fields; undefined where only decimals will do. */
function plainValues(frame: Frame, node: PlanExpression, entities: Int32Array): NearValues | undefined {
  const operand = (child: PlanExpression): NearValues => {
    if (child.domain === node.domain) return nearValuesFor(frame, child, entities);
    const to = mapping(frame.scope, node.domain, child.domain);
    return nearValuesFor(
      frame,
      child,
      entities.map((entity) => (entity < 0 ? -1 : to[entity]!)),
    );
  };
  switch (node.op) {
    case 'field': {
      const column = node.type === 'number' ? evaluate(frame, node) : undefined;
      if (column?.type !== 'number' || column.errors !== undefined) return undefined;
      return dataValues(column.values, entities);
    }
    case 'measure':
      return operand(
        inForceName(frame.scope.session.versions.measures, node.measure, frame.scope.effective, 'measure').value,
      );
    case 'arithmetic': {
      if (node.operator === '^') return undefined;
      const found = combined(node.operator, operand(node.left), operand(node.right));
      // Sums that cancel, and sizes at the ends of what doubles hold, are left to decimals.
      for (let i = 0; i < entities.length; i += 1)
        if (found.hi[i] === Number.POSITIVE_INFINITY) putExact(found, i, frame, node, entities[i]!);
      return found;
    }
    default:
      return undefined;
  }
}

/** Data values, which stand for the decimals that they print as. */
function dataValues(values: Float64Array, entities: Int32Array): NearValues {
  const found = new NearValues(entities.length);
  for (let i = 0; i < entities.length; i += 1) found.hi[i] = entities[i]! < 0 ? Number.NaN : values[entities[i]!]!;
  decimalResiduals(found.hi, found.lo);
  return found;
}

/** NaN where one side is missing, infinite where decimals are to find it. */
function combined(operator: '+' | '-' | '*' | '/', left: NearValues, right: NearValues): NearValues {
  const found = arithmetic(operator, left, right);
  const { hi, lo } = found;
  const sums = operator === '+' || operator === '-';
  for (let i = 0; i < hi.length; i += 1) {
    const size = Math.abs(hi[i]!);
    if (size > 1e-200 && size < 1e200 && !(sums && size <= 1e-3 * Math.abs(left.hi[i]!))) continue;
    const missing = Number.isNaN(left.hi[i]!) || Number.isNaN(right.hi[i]!);
    hi[i] = missing ? Number.NaN : Number.POSITIVE_INFINITY;
    lo[i] = 0;
  }
  return found;
}

function arithmetic(operator: '+' | '-' | '*' | '/', left: NearValues, right: NearValues): NearValues {
  switch (operator) {
    case '+':
      return sums(left, right, 1);
    case '-':
      return sums(left, right, -1);
    case '*':
      return products(left, right);
    case '/':
      return quotients(left, right);
    default:
      return operator satisfies never;
  }
}
