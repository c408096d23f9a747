import type { CorporateAction } from '../../market/index.ts';
import { suspensionOf } from '../price.ts';
import type { Review } from '../context.ts';
import { leave, type Morning, priceNow } from './morning.ts';
import { policyFor } from './policy.ts';
import { statedPrice } from './removal.ts';

/** Lines that have been suspended for as many index days as the policy waits leave at its price. */
export function endSuspensions(morning: Morning, review: Review): void {
  const policy = policyFor(morning, 'suspension', morning.day);
  const hold = policy?.effects.find((effect) => effect.effect === 'hold');
  if (policy === undefined || hold?.removeAfter === undefined) return;
  for (const line of [...morning.basket.keys()].toSorted((a, b) => a - b)) {
    const suspended: CorporateAction | undefined = suspensionOf(morning, line, morning.day);
    if (suspended === undefined) continue;
    if (morning.calendar.sessionsBetween(suspended.exDate, morning.before).length < hold.removeAfter) continue;
    const price =
      hold.price === undefined ? priceNow(morning, line) : statedPrice(morning, suspended, hold.price, review);
    leave(morning, line, price, policy.name);
  }
}
