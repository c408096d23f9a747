import type { Expression } from '../../model/expression.ts';
import { childrenOf } from './children.ts';

/** How many expressions stand inside one another, the outermost included. */
export function depthOf(e: Expression): number {
  let depth = 0;
  for (let level = [e]; level.length > 0; level = level.flatMap((x) => childrenOf(x).map(([, child]) => child)))
    depth++;
  return depth;
}
