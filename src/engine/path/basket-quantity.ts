import type { BasketQuantity } from '../../model/expression.ts';
import type { Domain } from '../../plan/expression.ts';
import { type Decimal, zero } from '../numbers/decimal.ts';
import type { Exact, Frame } from '../session/scope.ts';
import type { Basket, Holding } from './basket.ts';
import { mapEntity } from '../columns/domains.ts';
import { priceOn } from './prices.ts';

const values = new WeakMap<Basket, Map<number, { byLine: Map<number, Decimal>; total: Decimal | undefined }>>();

/** A quantity of the basket at the end of the frame's day, for a line or (weights and memberships) a company. */
export function basketQuantity(frame: Frame, quantity: BasketQuantity, domain: Domain, entity: number): Exact {
  const basket = frame.scope.basketOn(frame.day);
  if (basket === undefined) return undefined;
  const { scope } = frame;
  const held = [...basket.exact().holdings.values()]
    .filter((h) => mapEntity(scope, h.line, 'line', domain) === entity)
    .sort((a, b) => a.line - b.line);
  const first: Holding<Decimal> | undefined = held[0];
  if (first === undefined) return undefined;
  switch (quantity) {
    case 'weight': {
      const { byLine, total } = valuesOn(frame, basket);
      if (total === undefined || total.isZero()) return undefined;
      return held.reduce((sum, h) => sum.plus(byLine.get(h.line)!), zero).div(total);
    }
    case 'index shares':
      return held.reduce((sum, h) => sum.plus(h.shares), zero);
    case 'cap factor':
      return first.capFactor;
    case 'membership':
      return first.membership;
    default:
      return quantity satisfies never;
  }
}

function valuesOn(frame: Frame, basket: Basket): { byLine: Map<number, Decimal>; total: Decimal | undefined } {
  let byDay = values.get(basket);
  if (byDay === undefined) {
    byDay = new Map();
    values.set(basket, byDay);
  }
  let found = byDay.get(frame.day);
  if (found === undefined) {
    const byLine = new Map<number, Decimal>();
    // One price that is missing leaves every weight open.
    let total: Decimal | undefined = zero;
    const lines = [...basket.exact().holdings.values()].sort((a, b) => a.line - b.line);
    for (const { line, shares } of lines) {
      const price = priceOn(frame.scope.session, line, frame.day);
      if (price !== undefined) byLine.set(line, shares.times(price));
      total = price === undefined ? undefined : total?.plus(byLine.get(line)!);
    }
    found = { byLine, total };
    byDay.set(frame.day, found);
  }
  return found;
}
