import type { BasketQuantity } from '../../model/expression.ts';
import type { Domain } from '../../plan/expression.ts';
import { type Decimal, zero } from '../numbers/decimal.ts';
import type { Exact, Frame, Scope } from '../session/scope.ts';
import type { Holding, Holdings } from './basket.ts';
import { mapEntity } from '../columns/domains.ts';
import { priceOn } from './prices.ts';

type Held = Holdings<Decimal>;

/** What is known of a basket's holdings: they are one map as long as nothing changes, whoever asks. */
type Known = {
  byEntity: WeakMap<Scope, Map<Domain, Map<number, Holding<Decimal>[]>>>;
  byDay: Map<number, { byLine: Map<number, Decimal>; total: Decimal | undefined }>;
};
const known = new WeakMap<Held, Known>();

function knownOf(holdings: Held): Known {
  let found = known.get(holdings);
  if (found === undefined) {
    found = { byEntity: new WeakMap(), byDay: new Map() };
    known.set(holdings, found);
  }
  return found;
}

/** A quantity of the basket at the end of the frame's day, for a line or (weights and memberships) a company. */
export function basketQuantity(frame: Frame, quantity: BasketQuantity, domain: Domain, entity: number): Exact {
  const basket = frame.scope.basketOn(frame.day);
  if (basket === undefined) return undefined;
  const holdings = basket.exact().holdings;
  const held = holdingsOf(frame.scope, holdings, domain).get(entity) ?? [];
  const first: Holding<Decimal> | undefined = held[0];
  if (first === undefined) return undefined;
  switch (quantity) {
    case 'weight': {
      const { byLine, total } = valuesOn(frame, holdings);
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

/** What is held of each entity of a domain, by line. Scopes group lines each in their own way. */
function holdingsOf(scope: Scope, holdings: Held, domain: Domain): Map<number, Holding<Decimal>[]> {
  const { byEntity: scopes } = knownOf(holdings);
  const domains = scopes.get(scope) ?? new Map<Domain, Map<number, Holding<Decimal>[]>>();
  scopes.set(scope, domains);
  let byEntity = domains.get(domain);
  if (byEntity === undefined) {
    byEntity = new Map();
    for (const holding of [...holdings.values()].sort((a, b) => a.line - b.line)) {
      const entity = mapEntity(scope, holding.line, 'line', domain);
      byEntity.set(entity, [...(byEntity.get(entity) ?? []), holding]);
    }
    domains.set(domain, byEntity);
  }
  return byEntity;
}

function valuesOn(frame: Frame, holdings: Held): { byLine: Map<number, Decimal>; total: Decimal | undefined } {
  const { byDay } = knownOf(holdings);
  let found = byDay.get(frame.day);
  if (found === undefined) {
    const byLine = new Map<number, Decimal>();
    // One price that is missing leaves every weight open.
    let total: Decimal | undefined = zero;
    for (const { line, shares } of [...holdings.values()].sort((a, b) => a.line - b.line)) {
      const price = priceOn(frame.scope.session, line, frame.day);
      if (price !== undefined) byLine.set(line, shares.times(price));
      total = price === undefined ? undefined : total?.plus(byLine.get(line)!);
    }
    found = { byLine, total };
    byDay.set(frame.day, found);
  }
  return found;
}
