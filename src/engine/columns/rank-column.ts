import type { PlanExpression } from '../../plan/expression.ts';
import { rankingOf } from '../review/ranking.ts';
import type { Frame } from '../session/scope.ts';
import { type Column, errorAt, unit, numbersIn } from './column.ts';
import { mapping } from './domains.ts';
import { operandColumn } from './evaluate.ts';
import { exactColumn } from './exact-column.ts';
import { gather } from './lift.ts';

/** Ranks in a ranking, for the entities it ranks or for their lines. */
export function rankColumn(frame: Frame, node: PlanExpression & { op: 'rank' }): Column {
  const ranked = rankingOf(frame, node.ranking);
  const column: Column = { type: 'number', values: ranked.ranks };
  return node.domain === ranked.of ? column : gather(column, mapping(frame.scope, node.domain, ranked.of));
}

/** Sums along a ranking, or what part of its group's total each is; in decimals where a total may be nothing. */
export function cumulativeColumn(frame: Frame, node: PlanExpression & { op: 'cumulative' }): Column {
  const { of, order, starts, ranks } = rankingOf(frame, node.ranking);
  const added = numbersIn(operandColumn(frame, node.value, of));
  const values = new Float64Array(ranks.length).fill(Number.NaN);
  const errors = new Float64Array(ranks.length);
  for (let g = 0; g + 1 < starts.length; g += 1) {
    const members = order.subarray(starts[g], starts[g + 1]);
    let sum = 0;
    let error = 1e-300;
    for (const entity of members) {
      const value = added.values[entity]!;
      if (!Number.isNaN(value)) {
        sum += value;
        error += errorAt(added, entity) + unit * Math.abs(sum);
      }
      values[entity] = sum;
      errors[entity] = 2 * error;
    }
    if (node.what === 'sum') continue;
    if (!(Math.abs(sum) > 8 * error)) return exactColumn(frame, node);
    for (const entity of members) {
      const part = values[entity]! / sum;
      errors[entity] = (2 * (errors[entity]! + 2 * error * Math.abs(part))) / Math.abs(sum) + unit * Math.abs(part);
      values[entity] = part;
    }
  }
  const column: Column = { type: 'number', values, errors };
  return node.domain === of ? column : gather(column, mapping(frame.scope, node.domain, of));
}
