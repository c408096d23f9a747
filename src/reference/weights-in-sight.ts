import type { Scope } from './context.ts';
import type { Decimal } from './decimal.ts';

/** What expressions in a limit may say of the weights; missing anywhere else. */
export function ofWeights(
  what: 'weight' | 'their total' | 'smallest of them' | 'nth largest',
  n: number | undefined,
  { weights }: Scope,
): Decimal | undefined {
  switch (what) {
    case 'weight':
      return weights?.weight;
    case 'their total':
      return weights?.total;
    case 'smallest of them':
      return weights?.smallest;
    case 'nth largest':
      return weights?.nthLargest(n ?? 1);
    default:
      return what satisfies never;
  }
}
