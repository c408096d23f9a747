import type { PlanExpression } from '../../plan/expression.ts';
import { mapping } from '../columns/domains.ts';
import { evaluate } from '../columns/evaluate.ts';
import { exactNumber } from '../exact/exact-value.ts';
import { ddAdd, ddDivide, ddMultiply, ddOfDecimal, ddOfNumber, ddSubtract } from '../numbers/double-double.ts';
import type { Near } from '../numbers/numbers.ts';
import { inForceName } from '../session/in-force.ts';
import type { Frame } from '../session/scope.ts';

/** Finds the value of an expression for an entity, to about 30 digits. */
export type NearReader = (entity: number) => Near | undefined;

/** Reads an expression in double-doubles; what is not plain arithmetic of fields comes from decimals. */
export function nearReader(frame: Frame, node: PlanExpression): NearReader {
  return plainReader(frame, node) ?? exactReader(frame, node);
}

function exactReader(frame: Frame, node: PlanExpression): NearReader {
  return (entity) => {
    const exact = exactNumber(frame, node, entity);
    return exact === undefined ? undefined : { ...ddOfDecimal(exact), exact };
  };
}

function plainReader(frame: Frame, node: PlanExpression): NearReader | undefined {
  const operand = (child: PlanExpression): NearReader => {
    const read = nearReader(frame, child);
    if (child.domain === node.domain) return read;
    const to = mapping(frame.scope, node.domain, child.domain);
    return (entity) => (to[entity]! < 0 ? undefined : read(to[entity]!));
  };
  switch (node.op) {
    case 'field': {
      const column = node.type === 'number' ? evaluate(frame, node) : undefined;
      if (column?.type !== 'number' || column.errors !== undefined) return undefined;
      const { values } = column;
      return (entity) => (Number.isNaN(values[entity]!) ? undefined : ddOfNumber(values[entity]!));
    }
    case 'measure':
      return operand(
        inForceName(frame.scope.session.versions.measures, node.measure, frame.scope.effective, 'measure').value,
      );
    case 'arithmetic': {
      const { operator } = node;
      if (operator === '^') return undefined;
      const [left, right, exactly] = [operand(node.left), operand(node.right), exactReader(frame, node)];
      const sums = operator === '+' || operator === '-';
      return (entity) => {
        const [a, b] = [left(entity), right(entity)];
        if (a === undefined || b === undefined) return undefined;
        const value = arithmetic(operator, a, b);
        const size = Math.abs(value.hi);
        // Sums that cancel, and sizes at the ends of what doubles hold, are left to decimals.
        if (!(size > 1e-200 && size < 1e200) || (sums && size <= 1e-3 * Math.abs(a.hi))) return exactly(entity);
        return value;
      };
    }
    default:
      return undefined;
  }
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
