/**
 * The price factor that a presumed par value stands for, 50 ÷ par, as exact decimal text: `50` is 1, `25/3` is 6, `500` is 0.1.
 * Throws where the value can't be read or has no finite decimal.
 */
export function factorOfPar(par: string): string {
  const match = /^(\d+)(?:\.(\d+))?(?:\/(\d+))?$/.exec(par.trim());
  if (match === null) throw new Error(`\`${par}\` is not a par value`);
  const [, whole = '', fraction = '', divisor = '1'] = match;
  let numerator = 50n * BigInt(divisor) * 10n ** BigInt(fraction.length);
  const denominator = BigInt(whole + fraction);
  if (denominator === 0n) throw new Error('a par value is above zero');
  for (let decimals = 0; decimals <= 12; decimals += 1, numerator *= 10n) {
    if (numerator % denominator === 0n) return placed(numerator / denominator, decimals);
  }
  throw new Error(`50 ÷ ${par} has no finite decimal`);
}

/** Whole units of the last decimal as text: 25 with 1 decimal is `2.5`. */
function placed(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
}
