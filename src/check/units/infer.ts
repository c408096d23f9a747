import type { Expression } from '../../model/expression.ts';
import { inferAggregate, inferWindow } from './infer-aggregate.ts';
import { inferArithmetic, inferCall, inferNegate, inferRound } from './infer-arithmetic.ts';
import { inferBetween, inferChoice, inferCompare, inferOneOf } from './infer-comparison.ts';
import { inferConvert } from './infer-convert.ts';
import { inferLiteral } from './infer-literal.ts';
import { inferName } from './infer-name.ts';
import { need } from './need.ts';
import { amount, count, ratio, type Typing, text, yesNo } from './typing.ts';
import { base, plain } from './unit.ts';
import type { World } from './world.ts';

/**
 * Finds out what an expression is, telling every mistake in it once. `pointer` is its place in the rulebook.
 */
export function infer(e: Expression, pointer: string, world: World): Typing {
  const known = world.types.get(e);
  if (known !== undefined) return known;
  const typing = inferNew(e, pointer, world);
  if (e.kind !== 'name' || typing.type !== 'unknown') world.types.set(e, typing);
  return typing;
}

function inferNew(e: Expression, pointer: string, world: World): Typing {
  switch (e.kind) {
    case 'number':
      return inferLiteral(e, pointer, world);
    case 'text':
      return text;
    case 'date':
      return { type: 'date' };
    case 'yes-no':
    case 'constituent':
    case 'member':
    case 'added since':
      return yesNo;
    case 'name':
      return inferName(e.name, world);
    case 'arithmetic':
      return inferArithmetic(e, pointer, world);
    case 'negate':
      return inferNegate(e, pointer, world);
    case 'compare':
      return inferCompare(e, pointer, world);
    case 'between':
      return inferBetween(e, pointer, world);
    case 'one of':
      return inferOneOf(e, pointer, world);
    case 'and':
    case 'or':
      need(e.left, `${pointer}/left`, 'yes/no', `one side of \`${e.kind}\``, world);
      need(e.right, `${pointer}/right`, 'yes/no', `one side of \`${e.kind}\``, world);
      return yesNo;
    case 'not':
      need(e.operand, `${pointer}/operand`, 'yes/no', 'what `not` turns round', world);
      return yesNo;
    case 'if':
      need(e.condition, `${pointer}/condition`, 'yes/no', 'what follows `if`', world);
      return inferChoice(e.then, `${pointer}/then`, e.else, `${pointer}/else`, 'given by one `if`', world);
    case 'otherwise':
      return inferChoice(
        e.value,
        `${pointer}/value`,
        e.fallback,
        `${pointer}/fallback`,
        'joined by `otherwise`',
        world,
      );
    case 'known':
      infer(e.operand, `${pointer}/operand`, world);
      return yesNo;
    case 'call':
      return inferCall(e, pointer, world);
    case 'round':
      return inferRound(e, pointer, world);
    case 'aggregate':
      return inferAggregate(e, pointer, world);
    case 'window':
      return inferWindow(e, pointer, world);
    case 'months':
      need(e.condition, `${pointer}/condition`, 'yes/no', 'what holds in so many months', world);
      return yesNo;
    case 'as of':
    case 'previous':
      return infer(e.value, `${pointer}/value`, world);
    case 'convert':
      return inferConvert(e, pointer, world);
    case 'rank':
      return count;
    case 'cumulative': {
      const value = need(e.value, `${pointer}/value`, 'amount', 'what is summed along the ranking', world);
      return e.what === 'share' && value.type !== 'unknown' ? ratio : value;
    }
    case 'at rank':
      need(e.rank, `${pointer}/rank`, 'count', 'a rank', world);
      return infer(e.value, `${pointer}/value`, world);
    case 'elapsed':
      need(e.since, `${pointer}/since`, 'date', `what follows \`${e.unit} since\``, world);
      return amount(
        base({ 'full months': 'month', 'calendar days': 'calendar day', 'trading days': 'trading day' }[e.unit]),
      );
    case 'current':
      return e.quantity === 'index shares' ? amount(base('share')) : amount(plain('ratio', 'number'));
    case 'of weights':
      return ratio;
    default:
      return e satisfies never;
  }
}
