import type { PlanExpression } from '../../plan/expression.ts';
import { mapEntity } from '../columns/domains.ts';
import { evaluate } from '../columns/evaluate.ts';
import { exactNumber } from '../exact/exact-value.ts';
import { ddAdd, ddDivide, ddMultiply, ddOfDecimal, ddOfNumber, ddSubtract } from '../numbers/double-double.ts';
import type { Near } from '../numbers/numbers.ts';
import { inForceName } from '../session/in-force.ts';
import type { Frame } from '../session/scope.ts';

/** The value of an expression for one entity to about 30 digits; what is not plain arithmetic of fields comes from decimals. */
export function nearValue(frame: Frame, node: PlanExpression, entity: number): Near | undefined {
  const operand = (child: PlanExpression): Near | undefined => {
    const at = mapEntity(frame.scope, entity, node.domain, child.domain);
    return at < 0 ? undefined : nearValue(frame, child, at);
  };
  switch (node.op) {
    case 'field': {
      if (node.type !== 'number') break;
      const column = evaluate(frame, node);
      if (column.type !== 'number' || column.errors !== undefined) break;
      const value = column.values[entity]!;
      return Number.isNaN(value) ? undefined : ddOfNumber(value);
    }
    case 'measure':
      return operand(
        inForceName(frame.scope.session.versions.measures, node.measure, frame.scope.effective, 'measure').value,
      );
    case 'arithmetic': {
      if (node.operator === '^') break;
      const left = operand(node.left);
      const right = operand(node.right);
      if (left === undefined || right === undefined) break;
      const value = arithmetic(node.operator, left, right);
      const size = Math.abs(value.hi);
      // Sums that cancel, and sizes at the ends of what doubles hold, are left to decimals.
      if (size > 1e-3 * Math.abs(left.hi) || node.operator === '*' || node.operator === '/') {
        if (size > 1e-200 && size < 1e200) return value;
      }
      break;
    }
    default:
  }
  const exact = exactNumber(frame, node, entity);
  return exact === undefined ? undefined : { ...ddOfDecimal(exact), exact };
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
