import type { Expression } from '../../model/expression.ts';
import { unitCodes } from './codes.ts';
import { type Side, said, typesDiffer, unitsDiffer } from './mismatch.ts';
import { comparisonOrigin } from './one-mistake.ts';
import { amount, type Typing, unknown, yesNo } from './typing.ts';
import { common } from './unit-algebra.ts';
import type { World } from './world.ts';

/** Finds out one side of a comparison or choice. */
export function sideOf(expression: Expression, pointer: string, world: World): Side {
  return { expression, pointer, typing: world.infer(expression, pointer) };
}

/** Tells where two values cannot be compared; `ordered` where one has to be larger. */
export function compareSides(left: Side, right: Side, ordered: boolean, world: World): void {
  if (left.typing.type === 'unknown' || right.typing.type === 'unknown') return;
  if (left.typing.type === 'number' && right.typing.type === 'number') {
    if (common(left.typing.unit, right.typing.unit) === undefined)
      world.report(unitsDiffer(left, right, 'compared', world), comparisonOrigin(left, right, world));
    return;
  }
  if (left.typing.type !== right.typing.type) {
    world.report(typesDiffer(left, right, 'compared', world), comparisonOrigin(left, right, world));
    return;
  }
  if (!ordered || left.typing.type === 'date') return;
  world.report({
    code: unitCodes.wrongType,
    severity: 'error',
    message: `${said(left, 'the left side')}, which has no order`,
    spans: [world.span(left.pointer, said(left, 'this')), world.span(right.pointer, said(right, 'this'))],
    why: 'only numbers and dates can be larger or smaller than others',
    help: 'Use `is`, `is not` or `in (…)`',
  });
}

/** `a >= b`, `a is b` and the like. */
export function inferCompare(e: Extract<Expression, { kind: 'compare' }>, pointer: string, world: World): Typing {
  const left = sideOf(e.left, `${pointer}/left`, world);
  const right = sideOf(e.right, `${pointer}/right`, world);
  compareSides(left, right, e.op !== 'is' && e.op !== 'is not', world);
  return left.typing.type === 'unknown' || right.typing.type === 'unknown' ? unknown : yesNo;
}

/** `a between b and c`. */
export function inferBetween(e: Extract<Expression, { kind: 'between' }>, pointer: string, world: World): Typing {
  const value = sideOf(e.value, `${pointer}/value`, world);
  compareSides(value, sideOf(e.low, `${pointer}/low`, world), true, world);
  compareSides(value, sideOf(e.high, `${pointer}/high`, world), true, world);
  return yesNo;
}

/** `a in (b, c)`. */
export function inferOneOf(e: Extract<Expression, { kind: 'one of' }>, pointer: string, world: World): Typing {
  const value = sideOf(e.value, `${pointer}/value`, world);
  for (const [i, option] of e.options.entries())
    compareSides(value, sideOf(option, `${pointer}/options/${i}`, world), false, world);
  return yesNo;
}

/** One of two values (`if`, `otherwise`): they have to be the same kind of thing. */
export function inferChoice(
  a: Expression,
  atA: string,
  b: Expression,
  atB: string,
  doing: string,
  world: World,
): Typing {
  const left = sideOf(a, atA, world);
  const right = sideOf(b, atB, world);
  if (left.typing.type === 'unknown' || right.typing.type === 'unknown')
    return left.typing.type === 'unknown' ? right.typing : left.typing;
  if (left.typing.type === 'number' && right.typing.type === 'number') {
    const unit = common(left.typing.unit, right.typing.unit);
    if (unit !== undefined) return amount(unit);
    world.report(unitsDiffer(left, right, doing, world), comparisonOrigin(left, right, world));
    return unknown;
  }
  if (left.typing.type === right.typing.type) return left.typing;
  world.report(typesDiffer(left, right, doing, world));
  return unknown;
}
