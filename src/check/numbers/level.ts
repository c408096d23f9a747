import { Decimal } from 'decimal.js';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { RoundingMode } from '../../model/expression.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { mostDecimals } from './roundings.ts';

const Exact = Decimal.clone({ precision: 80 });
const modes: Record<RoundingMode, Decimal.Rounding> = {
  up: Decimal.ROUND_CEIL,
  down: Decimal.ROUND_FLOOR,
  'half up': Decimal.ROUND_HALF_CEIL,
  'half even': Decimal.ROUND_HALF_EVEN,
};

/** RB4401: a level or a divisor that begins at nothing, as written or once it is rounded. */
export function checkLevel(context: CheckContext): Diagnostic[] {
  return context.rulebook.sections.flatMap((section, i): Diagnostic[] => {
    if (section.section !== 'level') return [];
    const told = (what: string, place: string, why: string, help: string) =>
      finding('error', 'RB4401', what, [context.span(`/sections/${i}/${place}`)], why, help);
    const found: Diagnostic[] = [];
    const base = numberOf(section.base.value);
    const { decimals, mode } = section.roundLevel;
    if (base?.isZero())
      found.push(
        told(
          'the base of the level is 0',
          'base',
          'every level is a part or multiple of the base',
          'write a base above 0, such as `base 1000`',
        ),
      );
    else if (base !== undefined && decimals <= mostDecimals && base.toDecimalPlaces(decimals, modes[mode]).isZero())
      found.push(
        told(
          `rounded to ${decimals} decimals the base ${section.base.value} is 0`,
          'base',
          'the published level would begin at 0, and no later one could be compared with it',
          'write a larger base, or round the level to more decimals',
        ),
      );
    if (section.divisor !== undefined && numberOf(section.divisor)?.isZero())
      found.push(
        told(
          'the divisor is 0',
          'divisor',
          'the level is what the basket is worth, divided by it',
          'write the divisor that the level begins with',
        ),
      );
    return found;
  });
}

/** A number as written; undefined where it is none, which the reader of rulebooks tells. */
function numberOf(text: string): Decimal | undefined {
  const plain = text.replaceAll('_', '');
  return /^\d+(\.\d+)?$/.test(plain) ? new Exact(plain) : undefined;
}
