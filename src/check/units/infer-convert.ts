import type { Expression } from '../../model/expression.ts';
import { unitCodes } from './codes.ts';
import { reportUnknownUnit } from './infer-literal.ts';
import { said } from './mismatch.ts';
import { originsOf } from './origins.ts';
import { isKnownCurrency } from './parse-unit.ts';
import { amount, type Typing, unknown } from './typing.ts';
import { currenciesOf, powered } from './unit.ts';
import type { World } from './world.ts';

/** The unit after `in USD`: what was in one currency is in another. */
export function inferConvert(e: Extract<Expression, { kind: 'convert' }>, pointer: string, world: World): Typing {
  const value = world.infer(e.value, `${pointer}/value`);
  if (!isKnownCurrency(e.currency, world.own)) {
    reportUnknownUnit(e.currency, pointer, world);
    return unknown;
  }
  if (value.type === 'unknown') return unknown;
  const currencies = value.type === 'number' ? currenciesOf(value.unit) : [];
  const [from] = currencies;
  if (value.type !== 'number' || from === undefined || currencies.length > 1 || from[1] !== 1) {
    world.report({
      code: unitCodes.notMoney,
      severity: 'error',
      message: `${said({ expression: e.value, pointer, typing: value }, 'this')} and cannot be converted to \`${e.currency}\``,
      spans: [world.span(`${pointer}/value`), ...originsOf(e.value, world.scope, world.span)],
      why: 'only an amount of one currency has a rate to another',
      help: 'Convert the price or the amount of money itself',
    });
    return unknown;
  }
  const powers = new Map(value.unit.powers);
  powers.delete(from[0]);
  powers.set(e.currency, (powers.get(e.currency) ?? 0) + 1);
  return amount(powered(powers));
}
