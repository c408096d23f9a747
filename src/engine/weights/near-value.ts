import type { PlanExpression } from '../../plan/expression.ts';
import { mapping } from '../columns/domains.ts';
import { evaluate } from '../columns/evaluate.ts';
import { exactNumber } from '../exact/exact-value.ts';
import { ddAdd, ddDivide, ddMultiply, ddOfDecimal, ddSubtract, decimalResidual } from '../numbers/double-double.ts';
import { NearValues } from '../numbers/near-values.ts';
import type { Near } from '../numbers/numbers.ts';
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
  for (let i = 0; i < entities.length; i += 1) {
    const value = entities[i]! < 0 ? Number.NaN : values[entities[i]!]!;
    found.hi[i] = value;
    if (!Number.isNaN(value)) found.lo[i] = decimalResidual(value);
  }
  return found;
}

/** NaN where one side is missing, infinite where decimals are to find it. */
function combined(operator: '+' | '-' | '*' | '/', left: NearValues, right: NearValues): NearValues {
  const found = new NearValues(left.length);
  const sums = operator === '+' || operator === '-';
  for (let i = 0; i < found.hi.length; i += 1) {
    const size = Math.abs(left.hi[i]!);
    if (Number.isNaN(size) || Number.isNaN(right.hi[i]!)) {
      found.hi[i] = Number.NaN;
      continue;
    }
    const { hi, lo } = arithmetic(
      operator,
      { hi: left.hi[i]!, lo: left.lo[i]! },
      { hi: right.hi[i]!, lo: right.lo[i]! },
    );
    const told = Math.abs(hi) > 1e-200 && Math.abs(hi) < 1e200 && !(sums && Math.abs(hi) <= 1e-3 * size);
    found.hi[i] = told ? hi : Number.POSITIVE_INFINITY;
    found.lo[i] = told ? lo : 0;
  }
  return found;
}

function arithmetic(operator: '+' | '-' | '*' | '/', left: Near, right: Near): Near {
  switch (operator) {
    case '+':
      return ddAdd(left, right);
    case '-':
      return ddSubtract(left, right);
    case '*':
      return ddMultiply(left, right);
    case '/':
      return ddDivide(left, right);
    default:
      return operator satisfies never;
  }
}
