import type { Expression } from '../../model/expression.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { unitCodes } from './codes.ts';
import { toldAtIndex } from './index-currency.ts';
import { parseUnit, unitVocabulary } from './parse-unit.ts';
import { amount, type Typing, unknown } from './typing.ts';
import { plain } from './unit.ts';
import type { World } from './world.ts';

/** The unit of a number as written. */
export function inferLiteral(e: Extract<Expression, { kind: 'number' }>, pointer: string, world: World): Typing {
  const zero = /^[0.]*$/.test(e.value.replaceAll('_', ''));
  if (e.unit === undefined) return amount({ ...plain('number'), bare: true, ...(zero ? { zero } : {}) });
  const parsed = parseUnit(e.unit, world.own);
  if ('unknown' in parsed) {
    reportUnknownUnit(parsed.unknown, pointer, world);
    return unknown;
  }
  return amount(parsed.unit);
}

/** Says that a word is no unit and no currency. */
export function reportUnknownUnit(word: string, pointer: string, world: World): void {
  if (toldAtIndex(word, pointer, world)) return;
  const close = nearest(word, [
    ...unitVocabulary,
    ...world.own,
    ...(world.scope.currency ? [world.scope.currency] : []),
  ]);
  world.report({
    code: unitCodes.unknownUnit,
    severity: 'error',
    message: `\`${word}\` is not a unit or a currency`,
    spans: [world.span(pointer)],
    why: 'units say what may be compared and added',
    help:
      close === undefined
        ? 'Units are `%`, `points`, `shares`, currencies such as `USD` (three capital letters, ISO 4217), and `per` between them; a field may bring in its own'
        : `Did you mean \`${close}\`?`,
  });
}
