import type { PlanExpression } from '../../plan/expression.ts';
import type { Holding } from '../path/basket.ts';
import { nearPrices } from '../path/prices.ts';
import type { Near } from '../numbers/numbers.ts';
import type { Frame } from '../session/scope.ts';
import { type NumberColumn, unit } from './column.ts';
import { mapping, sizeOf } from './domains.ts';

/** A quantity of the basket at the end of the frame's day: missing of those that are not in it. */
export function currentColumn(frame: Frame, { quantity, domain }: PlanExpression & { op: 'current' }): NumberColumn {
  const { scope, day } = frame;
  const n = sizeOf(scope, domain);
  const values = new Float64Array(n).fill(Number.NaN);
  const errors = new Float64Array(n);
  const held = [...(scope.basketOn(day)?.near.holdings.values() ?? [])].sort((a, b) => a.line - b.line);
  const worth = quantity === 'weight' ? weights(frame, held) : held.map((h) => amount(h, quantity));
  if (worth === undefined) return { type: 'number', values };
  const adds = quantity === 'weight' || quantity === 'index shares';
  const toEntity = mapping(scope, 'line', domain);
  held.forEach(({ line }, i) => {
    const entity = toEntity[line]!;
    if (entity < 0) return;
    if (Number.isNaN(values[entity]!)) values[entity] = worth[i]!;
    else if (adds) values[entity]! += worth[i]!;
    // Each of the sums is of amounts that are not negative, so its error is in proportion to it.
    errors[entity] = (held.length + 16) * unit * Math.abs(values[entity]!) + 1e-300;
  });
  return { type: 'number', values, errors };
}

function amount(holding: Holding<Near>, quantity: 'index shares' | 'cap factor' | 'membership'): number {
  switch (quantity) {
    case 'index shares':
      return holding.shares.hi;
    case 'cap factor':
      return holding.capFactor.hi;
    case 'membership':
      return holding.membership.toNumber();
    default:
      return quantity satisfies never;
  }
}

/** What each holding is of the whole; undefined where one price is missing, which leaves every weight open. */
function weights({ scope, day }: Frame, held: Holding<Near>[]): number[] | undefined {
  const prices = nearPrices(
    scope.session,
    held.map(({ line }) => line),
    day,
  );
  let total = 0;
  const worth = held.map(({ shares }, i) => shares.hi * prices.hi[i]!);
  for (const value of worth) total += value;
  if (Number.isNaN(total)) return undefined;
  return total === 0 ? undefined : worth.map((value) => value / total);
}
