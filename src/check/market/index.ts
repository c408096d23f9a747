// In: a rulebook and the market it is to be run on, read. Out: what of the two does not go together, before any review
// is worked out.
// Never here: faults of tables, which their reader tells, or fields that are missing (../data).
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { checkBaseDate } from './base-date.ts';
import { checkCurrencies } from './currencies.ts';
import { checkGroupCaps } from './group-caps.ts';
import { checkOccasions } from './occasions.ts';
import { checkRatios } from './ratios.ts';
import { checkSeveralLines } from './several-lines.ts';
import { checkTexts } from './texts.ts';

/**
 * What a run would get wrong in silence with this market: RB5105 and RB5106. Only fields that were read are looked at.
 */
export function checkValues(context: CheckContext, market: Market): Diagnostic[] {
  return [...checkCurrencies(context, market), ...checkRatios(context, market)];
}

/** Everything that can be told of a rulebook and a market: RB5105 to RB5111. */
export function checkMarket(context: CheckContext, market: Market): Diagnostic[] {
  return [
    ...checkValues(context, market),
    ...checkTexts(context, market),
    ...checkOccasions(context, market),
    ...checkGroupCaps(context, market),
    ...checkSeveralLines(context, market),
    ...checkBaseDate(context, market),
  ];
}
