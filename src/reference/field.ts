import { type Column, positionAsOf } from '../market/index.ts';
import type { Scope } from './context.ts';
import { decimal } from './decimal.ts';
import { type Entity, toDomain } from './entity.ts';
import { isListed } from './listing.ts';
import type { Value } from './value.ts';

/**
 * A field as of a day. Where values are carried it is the last one on or before the day; inside a window a daily
 * field counts only if it was observed on that very day.
 */
export function fieldValue(name: string, scope: Scope, entity: Entity): Value {
  const { market, knownBy } = scope.review;
  const column = market.fields.get(name);
  if (column === undefined) throw new Error(`the market was opened without the field ${name}`);
  const owner = toDomain(scope, entity, column.domain === 'market' ? 'all' : column.domain);
  const at = owner === undefined ? undefined : placeOf(column, scope, owner);
  if (at === undefined) return undefined;
  if (isDaily(column) && !scope.carry) {
    const day = market.days.indexOf(scope.day);
    if (day < 0 || scope.day > knownBy || !isListed(market, at, scope.day)) return undefined;
    return valueAt(column, at * market.days.length + day);
  }
  const position = positionAsOf(market, column, at, scope.day, knownBy);
  return position < 0 ? undefined : valueAt(column, position);
}

function isDaily(column: Column): boolean {
  return column.kind === 'series' || column.kind === 'series-text';
}

/** The place of an entity among those that the column has values of. */
function placeOf(column: Column, scope: Scope, entity: Entity): number | undefined {
  switch (entity.kind) {
    case 'line':
      return entity.line;
    case 'company':
      return entity.company;
    case 'all':
      return 0;
    case 'group':
      return scope.review.market.groups.get(column.domain)?.index.get(entity.name);
    default:
      return entity satisfies never;
  }
}

function valueAt(column: Column, at: number): Value {
  if (column.kind === 'series-text' || column.kind === 'steps-text') return column.dictionary[column.codes[at]!];
  const value = column.values[at]!;
  if (Number.isNaN(value)) return undefined;
  return column.info.type === 'yes/no' ? value === 1 : decimal(value);
}
