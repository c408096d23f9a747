import type { Aggregate } from '../../model/expression.ts';
import type { Domain, PlanExpression } from '../../plan/expression.ts';
import { mapping, sizeOf } from '../columns/domains.ts';
import { holds } from '../columns/evaluate.ts';
import { Decimal, zero } from '../numbers/decimal.ts';
import { setFlags, universeFlags } from '../review/flags.ts';
import type { Exact, Frame, Scope } from '../session/scope.ts';
import { exactCompare, exactOperand } from './exact-value.ts';

/** An aggregate of values in the order given; missing ones are left out. Texts are ordered by code unit. */
export function exactAggregate(fn: Aggregate, given: Exact[]): Exact {
  if (fn === 'count') return new Decimal(given.filter((v) => v !== undefined).length);
  const known = given.filter((v) => v !== undefined);
  if (known.length === 0) return undefined;
  if (fn === 'largest') return known.reduce((a, b) => (exactCompare('>', b, a) === true ? b : a));
  if (fn === 'smallest') return known.reduce((a, b) => (exactCompare('<', b, a) === true ? b : a));
  const values = known.filter((v) => v instanceof Decimal);
  switch (fn) {
    case 'sum':
      return total(values);
    case 'average':
      return total(values).div(values.length);
    case 'median': {
      const sorted = values.toSorted((a, b) => a.cmp(b));
      const half = sorted.length >> 1;
      return sorted.length % 2 === 1 ? sorted[half]! : sorted[half - 1]!.plus(sorted[half]!).div(2);
    }
    default:
      return fn satisfies never;
  }
}

export function exactGroupAggregate(
  frame: Frame,
  node: PlanExpression & { op: 'group aggregate' },
  group: number,
): Exact {
  const over = memberDomain(node.value.domain, node.where?.domain);
  return exactAggregate(
    node.fn,
    picked(frame, node.value, node.where, over, membersOf(frame.scope, over, node.over)[group]!),
  );
}

export function exactSetAggregate(frame: Frame, node: PlanExpression & { op: 'set aggregate' }): Exact {
  const over = memberDomain(node.value.domain, node.where?.domain);
  const flags = setFlags(frame.scope, node.over, over);
  if (flags === undefined) return undefined;
  // Of a whole market most are told apart by doubles; one by one in decimals takes a hundred times as long.
  const quick = node.where !== undefined && !frame.scope.session.exact;
  const met = quick ? holds(frame, node.where!, over) : flags;
  const members = Array.from(flags.keys()).filter((i) => flags[i] === 1 && met[i] === 1);
  return exactAggregate(node.fn, picked(frame, node.value, quick ? undefined : node.where, over, members));
}

/** By the universe they are made of, which is every listed line while it is being found. */
const memberLists = new WeakMap<Uint8Array, Map<string, number[][]>>();

/** Entities of the universe in each member of a group, in the order of ids. */
function membersOf(scope: Scope, over: Domain, group: Domain): number[][] {
  let lists = memberLists.get(scope.universeLines);
  if (lists === undefined) {
    lists = new Map();
    memberLists.set(scope.universeLines, lists);
  }
  const key = `${over}|${group}`;
  let found = lists.get(key);
  if (found === undefined) {
    const made: number[][] = Array.from({ length: sizeOf(scope, group) }, () => []);
    const toGroup = mapping(scope, over, group);
    universeFlags(scope, over).forEach((flag, i) => {
      if (flag === 1 && toGroup[i]! >= 0) made[toGroup[i]!]!.push(i);
    });
    lists.set(key, made);
    found = made;
  }
  return found;
}

/** What is counted: entities of the value's domain, or of the condition's where that is finer; lines for one value of all. */
export function memberDomain(value: Domain, where: Domain = 'all'): Domain {
  for (const domain of ['line', 'company']) if (value === domain || where === domain) return domain;
  return value !== 'all' ? value : where !== 'all' ? where : 'line';
}

function picked(
  frame: Frame,
  value: PlanExpression,
  where: PlanExpression | undefined,
  over: Domain,
  members: number[],
): Exact[] {
  const values: Exact[] = [];
  for (const i of members) {
    if (where !== undefined && exactOperand(frame, where, i, over) !== true) continue;
    values.push(exactOperand(frame, value, i, over));
  }
  return values;
}

function total(values: Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), zero);
}
