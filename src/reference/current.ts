import type { BasketQuantity } from '../model/expression.ts';
import type { Basket, Scope } from './context.ts';
import { type Decimal, sum } from './decimal.ts';
import { type Entity, lineEntity, toDomain } from './entity.ts';
import { priceOf } from './price.ts';
import { numberOf } from './value.ts';

/** A quantity of the basket in force on the day at hand; missing for what it does not hold. */
export function currentQuantity(quantity: BasketQuantity, scope: Scope, entity: Entity): Decimal | undefined {
  const basket = scope.review.basketOn(scope.day);
  if (basket === undefined) return undefined;
  const held = [...basket.keys()].toSorted((a, b) => a - b).filter((line) => isPart(scope, line, entity));
  const [first] = held;
  if (first === undefined) return undefined;
  switch (quantity) {
    case 'index shares':
      return sum(held.map((line) => basket.get(line)!.shares));
    case 'cap factor':
      return basket.get(first)!.capFactor;
    case 'membership':
      return basket.get(first)!.membership;
    case 'weight':
      return weightOf(held, basket, scope);
    default:
      return quantity satisfies never;
  }
}

function weightOf(held: number[], basket: Basket, { review, day }: Scope): Decimal | undefined {
  const worth = (lines: Iterable<number>): Decimal | undefined => {
    const values = [...lines]
      .toSorted((a, b) => a - b)
      .map((line) => priceOf(review, line, day)?.times(basket.get(line)!.shares));
    return values.every((value) => value !== undefined) ? sum(values) : undefined;
  };
  const [part, whole] = [worth(held), worth(basket.keys())];
  return part === undefined || whole === undefined ? undefined : numberOf(part.div(whole));
}

function isPart(scope: Scope, line: number, entity: Entity): boolean {
  if (entity.kind === 'company') return scope.review.market.companyOf[line] === entity.company;
  if (entity.kind === 'line') return entity.line === line;
  if (entity.kind === 'all') return true;
  const group = toDomain(scope, lineEntity(line), entity.group);
  return group?.kind === 'group' && group.name === entity.name;
}
