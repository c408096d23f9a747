import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Rounding } from '../../model/section.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';

/** Unrounded divisors have 20 significant digits; more decimals than that would be noise of the arithmetic. */
export const mostDecimals = 20;

/** RB4402: a rounding to more decimals than anything is published with. */
export function checkRoundings(context: CheckContext): Diagnostic[] {
  return context.rulebook.sections.flatMap((section, i) => {
    const roundings: [string, string, Rounding | undefined][] =
      section.section === 'level'
        ? [
            ['roundLevel', 'the level', section.roundLevel],
            ['roundDivisor', 'the divisor', section.roundDivisor],
          ]
        : section.section === 'weighting'
          ? [['roundShares', 'index shares', section.roundShares]]
          : [];
    return roundings.flatMap(([key, what, rounding]) =>
      rounding === undefined || rounding.decimals <= mostDecimals
        ? []
        : finding(
            'error',
            'RB4402',
            `${what} cannot be rounded to ${rounding.decimals} decimals: ${mostDecimals} are the most`,
            [context.span(`/sections/${i}/${key}`)],
            'further digits would say nothing about the market, only about the arithmetic',
            'round to as many decimals as are published; divisors often have 14',
          ),
    );
  });
}
