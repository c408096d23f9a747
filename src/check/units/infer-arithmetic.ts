import type { Expression } from '../../model/expression.ts';
import { unitCodes } from './codes.ts';
import { said, unitsDiffer } from './mismatch.ts';
import { need } from './need.ts';
import { comparisonOrigin } from './one-mistake.ts';
import { originsOf } from './origins.ts';
import { amount, type Typing, unknown } from './typing.ts';
import { isPlain, plain, type Unit } from './unit.ts';
import { add, common, divide, multiply, raise } from './unit-algebra.ts';
import type { World } from './world.ts';

const symbols = {
  '+': 'added',
  '-': 'subtracted',
  '*': 'multiplied',
  '/': 'divided',
  '^': 'raised to a power',
} as const;

/** The unit of `a + b`, `a - b`, `a * b`, `a / b`, `a ^ b`. */
export function inferArithmetic(e: Extract<Expression, { kind: 'arithmetic' }>, pointer: string, world: World): Typing {
  const role = `what is ${symbols[e.op]}`;
  const left = need(e.left, `${pointer}/left`, 'amount', role, world);
  const right = need(e.right, `${pointer}/right`, 'amount', role, world);
  if (left.type !== 'number' || right.type !== 'number') {
    const sum = e.op === '+' || e.op === '-';
    return world.guessing && sum ? (left.type === 'number' ? left : right) : unknown;
  }
  switch (e.op) {
    case '*':
      return amount(multiply(left.unit, right.unit));
    case '/':
      return amount(divide(left.unit, right.unit));
    case '^':
      return inferPower(e, left.unit, right.unit, pointer, world);
    case '+':
    case '-': {
      const unit = add(left.unit, right.unit, e.op === '-');
      if (unit !== undefined) return amount(unit);
      const sides = [
        { expression: e.left, pointer: `${pointer}/left`, typing: left },
        { expression: e.right, pointer: `${pointer}/right`, typing: right },
      ] as const;
      world.report(
        unitsDiffer(sides[0], sides[1], e.op === '+' ? 'added' : 'subtracted', world),
        comparisonOrigin(sides[0], sides[1], world),
      );
      return unknown;
    }
    default:
      return e.op satisfies never;
  }
}

function inferPower(
  e: Extract<Expression, { kind: 'arithmetic' }>,
  left: Unit,
  right: Unit,
  pointer: string,
  world: World,
): Typing {
  if (!isPlain(right)) return brokenPower(e.right, `${pointer}/right`, amount(right), 'cannot be an exponent', world);
  const exponent = literalExponent(e.right);
  if (exponent === undefined && !isPlain(left))
    return brokenPower(
      e.left,
      `${pointer}/left`,
      amount(left),
      'can only be raised to a whole number as written',
      world,
    );
  const unit = raise(left, exponent ?? 1);
  if (unit === undefined)
    return brokenPower(e.left, `${pointer}/left`, amount(left), 'cannot be raised to a broken power', world);
  return amount(unit);
}

function literalExponent(e: Expression): number | undefined {
  if (e.kind === 'number' && e.unit === undefined && e.scale === undefined) return Number(e.value.replaceAll('_', ''));
  if (e.kind !== 'negate') return undefined;
  const n = literalExponent(e.operand);
  return n === undefined ? undefined : -n;
}

function brokenPower(e: Expression, pointer: string, typing: Typing, what: string, world: World): Typing {
  world.report({
    code: unitCodes.brokenPower,
    severity: 'error',
    message: `${said({ expression: e, pointer, typing }, 'this')} and ${what}`,
    spans: [world.span(pointer), ...originsOf(e, world.scope, world.span)],
    why: 'the result would have no unit that anything can be compared with',
    help: 'Divide by an amount of the same unit first, so that a plain number is left',
  });
  return unknown;
}

/** The unit of `-a`. */
export function inferNegate(e: Extract<Expression, { kind: 'negate' }>, pointer: string, world: World): Typing {
  return need(e.operand, `${pointer}/operand`, 'amount', 'what `-` turns round', world);
}

/** The unit of `min`, `max`, `abs`, `sqrt`, `exp`, `ln`. */
export function inferCall(e: Extract<Expression, { kind: 'call' }>, pointer: string, world: World): Typing {
  const sides = e.args.map((expression, i) => {
    const at = `${pointer}/args/${i}`;
    return { expression, pointer: at, typing: need(expression, at, 'amount', `what \`${e.fn}\` is taken of`, world) };
  });
  const first = world.guessing ? (sides.find((s) => s.typing.type === 'number') ?? sides[0]) : sides[0];
  if (first === undefined || first.typing.type !== 'number') return unknown;
  switch (e.fn) {
    case 'abs':
      return first.typing;
    case 'sqrt': {
      const unit = raise(first.typing.unit, 0.5);
      return unit === undefined
        ? brokenPower(first.expression, first.pointer, first.typing, 'has no square root', world)
        : amount(unit);
    }
    case 'exp':
    case 'ln':
      return isPlain(first.typing.unit)
        ? amount(plain('number'))
        : brokenPower(first.expression, first.pointer, first.typing, `cannot be put into \`${e.fn}\``, world);
    case 'min':
    case 'max': {
      let unit = first.typing.unit;
      for (const side of sides.slice(1)) {
        if (side.typing.type !== 'number') {
          if (world.guessing) continue;
          return unknown;
        }
        const both = common(unit, side.typing.unit);
        if (both === undefined) {
          world.report(unitsDiffer(first, side, `put into one \`${e.fn}\``, world));
          return unknown;
        }
        unit = both;
      }
      return amount(unit);
    }
    default:
      return e.fn satisfies never;
  }
}

/** The unit of `round x to step`: that of x. A plain value may have a step without a unit, even if it is a ratio. */
export function inferRound(e: Extract<Expression, { kind: 'round' }>, pointer: string, world: World): Typing {
  const value = need(e.value, `${pointer}/value`, 'amount', 'what is rounded', world);
  const step = world.infer(e.step, `${pointer}/step`);
  if (value.type !== 'number') return unknown;
  if (
    need(e.step, `${pointer}/step`, 'amount', 'the step of rounding', world).type !== 'number' ||
    step.type !== 'number'
  )
    return value;
  if (isPlain(value.unit) && isPlain(step.unit) && step.unit.bare) return value;
  if (common(value.unit, step.unit) === undefined)
    world.report(
      unitsDiffer(
        { expression: e.value, pointer: `${pointer}/value`, typing: value },
        { expression: e.step, pointer: `${pointer}/step`, typing: step },
        'rounded one to the other',
        world,
      ),
    );
  return value;
}
