import { checkContext } from '../../src/check/index.ts';
import { checkMarket } from '../../src/check/market/index.ts';
import { readRulebook } from '../../src/syntax/index.ts';
import { type TinyMarket, tinyMarket } from './tiny-market.ts';

/** Message and help of each finding of a rulebook on a market that has one of these codes. */
export function foundIn(text: string, market: TinyMarket, codes: string[]): string[] {
  const { rulebook, sourceMap, diagnostics } = readRulebook(text, 'test.rulebook');
  if (rulebook === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  return checkMarket(checkContext(rulebook, sourceMap, 'test.rulebook'), tinyMarket(market))
    .filter((d) => codes.includes(d.code))
    .map((d) => `${d.message}. ${d.help}`);
}
