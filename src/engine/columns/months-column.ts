import type { PlanExpression } from '../../plan/expression.ts';
import { type Frame, frameOf } from '../session/scope.ts';
import { type TruthColumn, truthsIn } from './column.ts';
import { sizeOf } from './domains.ts';
import { operandColumn } from './evaluate.ts';
import { monthEnds } from './span.ts';

/** Whether a condition held at enough of the last month-ends; unknown where those that are unknown could decide it. */
export function monthsColumn(
  frame: Frame,
  node: PlanExpression & { op: 'months' },
  wanted: Uint8Array | undefined,
): TruthColumn {
  const { scope } = frame;
  const n = sizeOf(scope, node.domain);
  const ends = monthEnds(scope.session.market, frame.day, node.of);
  const met = new Int32Array(n);
  const unknown = new Int32Array(n).fill(node.of - ends.length);
  for (const day of ends) {
    const outcome = truthsIn(operandColumn(frameOf(scope, day), node.condition, node.domain, wanted));
    for (let i = 0; i < n; i += 1) {
      if (outcome[i] === 1) met[i]! += 1;
      else if (outcome[i] === 2) unknown[i]! += 1;
    }
  }
  const values = Uint8Array.from(met, (count, i) =>
    count >= node.atLeast ? 1 : count + unknown[i]! < node.atLeast ? 0 : 2,
  );
  return { type: 'yes/no', values };
}
