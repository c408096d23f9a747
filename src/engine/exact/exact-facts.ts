import type { PlanExpression } from '../../plan/expression.ts';
import { groupingOf } from '../columns/grouping.ts';
import { Decimal } from '../numbers/decimal.ts';
import { currencyOf, rateOn } from '../path/prices.ts';
import { basketQuantity } from '../path/basket-quantity.ts';
import { namedSet, setFlags } from '../review/flags.ts';
import { publishedOn } from '../review/published.ts';
import type { Exact, Frame, Scope } from '../session/scope.ts';
import { earlierScope } from './earlier.ts';
import { elapsedSince } from './elapsed-since.ts';

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

const firstLines = new WeakMap<Uint8Array, Int32Array>();

/** A company's first line, of the universe where it has one there. */
function firstLine(frame: Frame, company: number): number {
  const { scope } = frame;
  let first = firstLines.get(scope.universeLines);
  if (first === undefined) {
    first = firstLinesOf(scope.session.market.companyOf, scope.universeLines);
    firstLines.set(scope.universeLines, first);
  }
  return first[company] ?? -1;
}

const anyLines = new WeakMap<Int32Array, Int32Array>();

/** Each company's first line, in the universe or not. */
function linesOfCompanies(companyOf: Int32Array): Int32Array {
  let first = anyLines.get(companyOf);
  if (first === undefined) {
    first = firstLinesOf(companyOf, new Uint8Array(companyOf.length));
    anyLines.set(companyOf, first);
  }
  return first;
}

function firstLinesOf(companyOf: Int32Array, universe: Uint8Array): Int32Array {
  const first = new Int32Array(companyOf.reduce((most, company) => Math.max(most, company), -1) + 1).fill(-1);
  for (let line = companyOf.length - 1; line >= 0; line -= 1) first[companyOf[line]!] = line;
  for (let line = companyOf.length - 1; line >= 0; line -= 1) if (universe[line] === 1) first[companyOf[line]!] = line;
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
  if (!(value instanceof Decimal)) return undefined;
  const rate = conversionRate(frame, node)(entity);
  return rate === undefined ? undefined : value.times(rate);
}

/** The rate at which an entity's amounts are converted; a company's are in the currency of its first line. */
export function conversionRate(
  frame: Frame,
  node: PlanExpression & { op: 'convert' },
): (entity: number) => Decimal | undefined {
  const { session, knownBy } = frame.scope;
  const { market } = session;
  const found = new Map<string, Decimal | undefined>();
  const rate = (from: string) => {
    if (!found.has(from)) found.set(from, rateOn(market, from, node.to, frame.day, knownBy));
    return found.get(from);
  };
  if (node.from !== undefined) {
    const { from } = node;
    return () => rate(from);
  }
  if (node.domain === 'line') return (line) => rate(currencyOf(session, line));
  if (node.domain !== 'company') return () => undefined;
  const lines = linesOfCompanies(market.companyOf);
  return (company) => rate(currencyOf(session, lines[company]!));
}

export function exactConstituent(frame: Frame, node: PlanExpression & { op: 'constituent' }, entity: number): Exact {
  return membersFlags(frame, node)?.[entity] === 1;
}

export function exactMember(frame: Frame, node: PlanExpression & { op: 'member' }, entity: number): Exact {
  const flags = membersFlags(frame, node);
  return flags === undefined ? undefined : flags[entity] === 1;
}

/** Flags of the constituents, or of a set; undefined of a set that was never made. */
export function membersFlags(
  frame: Frame,
  node: PlanExpression & ({ op: 'constituent' } | { op: 'member' }),
): Uint8Array | undefined {
  const { scope, day } = frame;
  const side = (members: { lines: Uint8Array; companies: Uint8Array }) =>
    node.domain === 'company' ? members.companies : members.lines;
  if (node.op === 'constituent') {
    if (node.index !== undefined) return side(publishedOn(scope.session.market, node.index, day));
    return side({ lines: scope.incumbentLines, companies: scope.incumbentCompanies });
  }
  switch (node.set) {
    case 'universe':
    case 'constituents':
    case 'eligible':
      return setFlags(scope, node.set, node.domain);
    case 'selected':
      return scope.selected === undefined ? side(nobody(scope)) : side(scope.selected);
    default: {
      // A line belongs to a named set of companies by its company, in the universe or not.
      const members = namedSet(scope, node.set);
      return members === undefined ? undefined : side(members);
    }
  }
}

function nobody({ universeLines, universeCompanies }: Scope): { lines: Uint8Array; companies: Uint8Array } {
  return { lines: new Uint8Array(universeLines.length), companies: new Uint8Array(universeCompanies.length) };
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
  return since instanceof Decimal ? new Decimal(elapsedSince(frame, unit, since.toNumber())) : undefined;
}

export function exactCurrent(frame: Frame, node: PlanExpression & { op: 'current' }, entity: number): Exact {
  return basketQuantity(frame, node.quantity, node.domain, entity);
}
