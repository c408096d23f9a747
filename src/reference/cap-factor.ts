import { Decimal } from './decimal.ts';

/** What limits left of each line: weight after ÷ weight before, over the largest such ratio. */
export function capFactors(before: Map<number, Decimal>, after: Map<number, Decimal>): Map<number, Decimal> {
  const ratios = new Map([...before].map(([line, weight]) => [line, after.get(line)!.div(weight)]));
  const largest = [...ratios.values()].reduce((a, b) => Decimal.max(a, b));
  return new Map([...ratios].map(([line, ratio]) => [line, ratio.div(largest)]));
}
