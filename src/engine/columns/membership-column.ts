import type { PlanExpression } from '../../plan/expression.ts';
import { earlierScope } from '../exact/earlier.ts';
import { membersFlags } from '../exact/exact-facts.ts';
import type { Frame } from '../session/scope.ts';
import type { TruthColumn } from './column.ts';
import { sizeOf } from './domains.ts';

/** Who is a constituent, or in a set; unknown of a set that was never made. */
export function membershipColumn(
  frame: Frame,
  node: PlanExpression & ({ op: 'constituent' } | { op: 'member' }),
): TruthColumn {
  const flags = membersFlags(frame, node);
  const values = new Uint8Array(sizeOf(frame.scope, node.domain));
  if (flags === undefined) return { type: 'yes/no', values: values.fill(2) };
  values.set(flags);
  return { type: 'yes/no', values };
}

/** Who came in after the latest earlier event of a name took effect; unknown where there was none. */
export function addedSinceColumn(frame: Frame, node: PlanExpression & { op: 'added since' }): TruthColumn {
  const { scope } = frame;
  const values = new Uint8Array(sizeOf(scope, node.domain));
  const earlier = earlierScope(scope, node.event);
  if (earlier === undefined) return { type: 'yes/no', values: values.fill(2) };
  const { lines, companies } = scope.joined;
  for (const [entity, since] of node.domain === 'company' ? companies : lines) {
    if (since > earlier.effective) values[entity] = 1;
  }
  return { type: 'yes/no', values };
}
