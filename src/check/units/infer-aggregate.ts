import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Aggregate, Expression } from '../../model/expression.ts';
import { unitCodes } from './codes.ts';
import { said } from './mismatch.ts';
import { afterWhere, need } from './need.ts';
import { ownCurrencyOrigin } from './one-mistake.ts';
import { originsOf } from './origins.ts';
import { shortWords } from './side.ts';
import { count, type Typing, unknown, yesNo } from './typing.ts';
import type { World } from './world.ts';

/** The unit of an aggregate over a group or a set: that of its values. */
export function inferAggregate(e: Extract<Expression, { kind: 'aggregate' }>, pointer: string, world: World): Typing {
  const value = aggregated(e.fn, e.value, pointer, world);
  const where = e.where === undefined ? yesNo : need(e.where, `${pointer}/where`, 'yes/no', afterWhere, world);
  if (e.fn !== 'count') tellOwnCurrency(e.value, `${pointer}/value`, value, `the ${e.fn} over \`${e.over}\``, world);
  return where.type === 'unknown' ? unknown : value;
}

/** The unit of an aggregate over a stretch of time. */
export function inferWindow(e: Extract<Expression, { kind: 'window' }>, pointer: string, world: World): Typing {
  return aggregated(e.fn, e.value, pointer, world);
}

function aggregated(fn: Aggregate, value: Expression, pointer: string, world: World): Typing {
  if (fn !== 'count') {
    const typing = world.infer(value, `${pointer}/value`);
    if ((fn === 'largest' || fn === 'smallest') && (typing.type === 'date' || typing.type === 'text')) return typing;
    return need(value, `${pointer}/value`, 'amount', `what the ${fn} is taken of`, world);
  }
  const typing = world.infer(value, `${pointer}/value`);
  if (typing.type === 'unknown') return unknown;
  if (typing.type === 'yes/no') {
    const condition = shortWords(value)?.slice(1, -1) ?? '…';
    world.report({
      code: unitCodes.wrongType,
      severity: 'error',
      message: 'a count of a condition would count where it is known, not where it holds',
      spans: [world.span(`${pointer}/value`, 'this is a condition')],
      why: '`count of` counts the values that are known',
      help: `Count a value that everyone has and put the condition after \`where\`: \`count of company over … where ${condition}\``,
    });
    return unknown;
  }
  return count;
}

/** Tells where amounts in the own currency of each line are brought together. */
export function tellOwnCurrency(e: Expression, pointer: string, typing: Typing, doing: string, world: World): boolean {
  if (typing.type !== 'number' || !typing.unit.powers.has('currency')) return false;
  const words = shortWords(e)?.slice(1, -1) ?? '(…)';
  const target = world.scope.currency ?? 'USD';
  const finding: Diagnostic = {
    code: unitCodes.ownCurrency,
    severity: 'error',
    message: `${said({ expression: e, pointer, typing }, 'this')}, the own currency of each line, and needs converting for ${doing}`,
    spans: [world.span(pointer, 'in the own currency of each line'), ...originsOf(e, world.scope, world.span)],
    why: 'amounts of different currencies would be brought together as if they were one',
    help: `Convert it: \`${words} in ${target}\`; or say \`priced in ${target}\` in the universe, which leaves out all lines that trade in another currency`,
  };
  world.report(finding, ownCurrencyOrigin(e, world));
  return true;
}
