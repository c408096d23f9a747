import type { PlanExpression } from '../../plan/expression.ts';
import { rankingOf } from '../review/ranking.ts';
import type { Frame } from '../session/scope.ts';
import type { Column } from './column.ts';
import { mapping } from './domains.ts';
import { gather } from './lift.ts';

/** Ranks in a ranking, for the entities it ranks or for their lines. */
export function rankColumn(frame: Frame, node: PlanExpression & { op: 'rank' }): Column {
  const ranked = rankingOf(frame, node.ranking);
  const column: Column = { type: 'number', values: ranked.ranks };
  return node.domain === ranked.of ? column : gather(column, mapping(frame.scope, node.domain, ranked.of));
}
