// In: a rulebook and the market it is to be run on, read. Out: what of the two does not go together, before any review
// is worked out.
// Never here: faults of tables, which their reader tells, or fields that are missing (../data).
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { checkBaseDate } from './base-date.ts';
import { checkCurrencies } from './currencies.ts';
import { checkDecisions } from './decisions.ts';
import { checkGroupCaps } from './group-caps.ts';
import { checkJumps, checkRateJumps } from './jumps.ts';
import { checkListedMembers } from './listed-members.ts';
import { checkOccasions } from './occasions.ts';
import { checkPricedLines } from './priced-lines.ts';
import { checkRates } from './rates.ts';
import { checkRatios } from './ratios.ts';
import { checkSeveralLines } from './several-lines.ts';
import { checkSharedOut } from './shared-out.ts';
import { checkStockDividends } from './stock-dividends.ts';
import { checkSubjects } from './subjects.ts';
import { checkTexts } from './texts.ts';

/**
 * What a run would get wrong in silence with this market. Only fields that were read are looked at, and what decides up to a day where one is
 * given.
 */
export function checkValues(context: CheckContext, market: Market, until?: number): Diagnostic[] {
  return [
    ...checkCurrencies(context, market),
    ...checkRatios(context, market),
    ...checkRates(context, market),
    ...checkDecisions(context, market, until),
    ...checkJumps(context, market),
    ...checkRateJumps(context, market),
    ...checkStockDividends(context, market),
    ...checkPricedLines(context, market),
    ...checkListedMembers(context, market),
    ...checkSharedOut(context, market),
  ];
}

/** Everything that can be told of a rulebook and a market. */
export function checkMarket(context: CheckContext, market: Market): Diagnostic[] {
  return [
    ...checkValues(context, market),
    ...checkSubjects(context, market),
    ...checkTexts(context, market),
    ...checkOccasions(context, market),
    ...checkGroupCaps(context, market),
    ...checkSeveralLines(context, market),
    ...checkBaseDate(context, market),
  ];
}
