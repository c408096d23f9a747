import { monthOf, monthSpan } from '../../calendar/index.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import { groupingOf } from '../columns/grouping.ts';
import { Decimal } from '../numbers/decimal.ts';
import { currencyOf, rateOn } from '../path/prices.ts';
import { basketQuantity } from '../path/basket-quantity.ts';
import { namedSet, setFlags } from '../review/flags.ts';
import { publishedOn } from '../review/published.ts';
import type { Exact, Frame } from '../session/scope.ts';
import { earlierScope } from './earlier.ts';

export function exactAttribute(frame: Frame, node: PlanExpression & { op: 'attribute' }, entity: number): Exact {
  const { market } = frame.scope.session;
  if (node.domain === 'company') {
    if (node.attribute === 'company') return market.companies.ids[entity];
    const line = firstLine(frame, entity);
    return line < 0 ? undefined : lineAttribute(frame, node.attribute, line);
  }
  return lineAttribute(frame, node.attribute, entity);
}

function lineAttribute(
  frame: Frame,
  attribute: (PlanExpression & { op: 'attribute' })['attribute'],
  line: number,
): string {
  const { market } = frame.scope.session;
  switch (attribute) {
    case 'line':
      return market.lines.ids[line]!;
    case 'company':
      return market.companies.ids[market.companyOf[line]!]!;
    case 'symbol':
      return market.symbolOf(line, frame.day);
    case 'name':
      return market.nameOf(line);
    default:
      return attribute satisfies never;
  }
}

/** A company's first line, of the universe where it has one there. */
function firstLine(frame: Frame, company: number): number {
  const { companyOf } = frame.scope.session.market;
  let first = -1;
  for (let line = 0; line < companyOf.length; line += 1) {
    if (companyOf[line] !== company) continue;
    if (frame.scope.universeLines[line] === 1) return line;
    if (first < 0) first = line;
  }
  return first;
}

export function exactGroupName(frame: Frame, node: PlanExpression & { op: 'group name' }, entity: number): Exact {
  const { names, ofLine, ofCompany } = groupingOf(frame.scope, node.group);
  const at = node.domain === 'line' ? ofLine[entity]! : node.domain === 'company' ? ofCompany[entity]! : entity;
  return at < 0 ? undefined : names[at];
}

export function exactConvert(
  frame: Frame,
  node: PlanExpression & { op: 'convert' },
  entity: number,
  value: Exact,
): Exact {
  const { market } = frame.scope.session;
  if (!(value instanceof Decimal)) return undefined;
  const line = node.domain === 'company' ? market.companyOf.indexOf(entity) : entity;
  if (node.from === undefined && node.domain !== 'line' && node.domain !== 'company') return undefined;
  const from = node.from ?? currencyOf(frame.scope.session, line);
  const rate = rateOn(market, from, node.to, frame.day, frame.scope.knownBy);
  return rate === undefined ? undefined : value.times(rate);
}

export function exactConstituent(frame: Frame, node: PlanExpression & { op: 'constituent' }, entity: number): Exact {
  const { scope } = frame;
  if (node.index === undefined) {
    return (node.domain === 'company' ? scope.incumbentCompanies : scope.incumbentLines)[entity] === 1;
  }
  const { lines, companies } = publishedOn(scope.session.market, node.index, frame.day);
  return (node.domain === 'company' ? companies : lines)[entity] === 1;
}

export function exactMember(frame: Frame, node: PlanExpression & { op: 'member' }, entity: number): Exact {
  const { scope } = frame;
  const named =
    node.set === 'universe' || node.set === 'constituents' || node.set === 'eligible' || node.set === 'selected';
  // A line belongs to a named set of companies by its company, in the universe or not.
  const members = named ? undefined : namedSet(scope, node.set);
  if (!named) {
    return members === undefined
      ? undefined
      : (node.domain === 'company' ? members.companies : members.lines)[entity] === 1;
  }
  if (node.set === 'selected') {
    const { selected } = scope;
    return selected !== undefined && (node.domain === 'company' ? selected.companies : selected.lines)[entity] === 1;
  }
  const flags = setFlags(scope, node.set, node.domain);
  return flags === undefined ? undefined : flags[entity] === 1;
}

export function exactAddedSince(frame: Frame, node: PlanExpression & { op: 'added since' }, entity: number): Exact {
  const { scope } = frame;
  const earlier = earlierScope(scope, node.event);
  if (earlier === undefined) return undefined;
  const { lines, companies } = scope.joined;
  const since = (node.domain === 'company' ? companies : lines).get(entity);
  return since !== undefined && since > earlier.effective;
}

export function exactElapsed(frame: Frame, unit: (PlanExpression & { op: 'elapsed' })['unit'], since: Exact): Exact {
  if (!(since instanceof Decimal)) return undefined;
  const from = since.toNumber();
  switch (unit) {
    case 'calendar days':
      return new Decimal(frame.day - from);
    case 'trading days': {
      const { calendar } = frame.scope.session;
      if (from > frame.day) return new Decimal(-calendar.sessionsBetween(frame.day + 1, from).length);
      return new Decimal(calendar.sessionsBetween(from + 1, frame.day).length);
    }
    case 'full months': {
      const start = monthOf(from);
      const end = monthOf(frame.day);
      const { calendar } = frame.scope.session;
      const left = calendar.sessionsBetween(frame.day + 1, monthSpan(end.year, end.month).last).length;
      const months = end.year * 12 + end.month - start.year * 12 - start.month - (left === 0 ? 0 : 1);
      return new Decimal(Math.max(0, months));
    }
    default:
      return unit satisfies never;
  }
}

export function exactCurrent(frame: Frame, node: PlanExpression & { op: 'current' }, entity: number): Exact {
  return basketQuantity(frame, node.quantity, node.domain, entity);
}
