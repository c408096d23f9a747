import type { PlanExpression } from '../../plan/expression.ts';
import { mapEntity, placesThen } from '../columns/domains.ts';
import { exactField } from '../columns/field.ts';
import { monthEnds } from '../columns/span.ts';
import { compareDecimals, Decimal, decimalOfText } from '../numbers/decimal.ts';
import { dayOfText, inForceName } from '../session/in-force.ts';
import { type Exact, type Frame, frameOf } from '../session/scope.ts';
import { exactGroupAggregate, exactSetAggregate } from './exact-aggregate.ts';
import { exactArithmetic, exactCall, exactRound } from './exact-arithmetic.ts';
import {
  exactAddedSince,
  exactAttribute,
  exactConstituent,
  exactConvert,
  exactCurrent,
  exactElapsed,
  exactGroupName,
  exactMember,
} from './exact-facts.ts';
import { exactAtRank, exactCumulative, exactRank } from './exact-ranking.ts';
import { exactWindow } from './exact-window.ts';
import { earlierFrame } from './earlier.ts';

/** The value of an expression for one entity of its domain, in decimals; remembered with the frame. */
export function exactValue(frame: Frame, node: PlanExpression, entity: number): Exact {
  let known = frame.exact.get(node);
  if (known === undefined) {
    known = new Map();
    frame.exact.set(node, known);
  }
  if (known.has(entity)) return known.get(entity);
  const value = compute(frame, node, entity);
  known.set(entity, value);
  return value;
}

/** The value of an operand for an entity of the domain of the node that uses it. */
export function exactOperand(
  frame: Frame,
  operand: PlanExpression,
  entity: number,
  of: PlanExpression['domain'],
): Exact {
  const at = mapEntity(frame.scope, entity, of, operand.domain);
  return at < 0 ? undefined : exactValue(frame, operand, at);
}

/** As {@link exactValue}, a number or nothing. */
export function exactNumber(frame: Frame, node: PlanExpression, entity: number): Decimal | undefined {
  const value = exactValue(frame, node, entity);
  return value instanceof Decimal ? value : undefined;
}

/** Compares two exact values by an operator of the language; undefined where one is missing. */
export function exactCompare(
  operator: (PlanExpression & { op: 'compare' })['operator'],
  left: Exact,
  right: Exact,
): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  const order =
    left instanceof Decimal && right instanceof Decimal
      ? compareDecimals(left, right)
      : left === right
        ? 0
        : left < right
          ? -1
          : 1;
  switch (operator) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case 'is':
      return order === 0;
    case 'is not':
      return order !== 0;
    default:
      return operator satisfies never;
  }
}

function compute(frame: Frame, node: PlanExpression, entity: number): Exact {
  const operand = (child: PlanExpression) => exactOperand(frame, child, entity, node.domain);
  switch (node.op) {
    case 'number':
      return decimalOfText(node.value);
    case 'text':
    case 'yes-no':
      return node.value;
    case 'date':
      return new Decimal(dayOfText(node.value));
    case 'field':
      return exactField(frame, node, entity);
    case 'attribute':
      return exactAttribute(frame, node, entity);
    case 'group name':
      return exactGroupName(frame, node, entity);
    case 'measure':
      return operand(
        inForceName(frame.scope.session.versions.measures, node.measure, frame.scope.effective, 'measure').value,
      );
    case 'arithmetic':
      return exactArithmetic(node.operator, operand(node.left), operand(node.right));
    case 'negate': {
      const value = operand(node.operand);
      return value instanceof Decimal ? value.negated() : undefined;
    }
    case 'compare':
      return exactCompare(node.operator, operand(node.left), operand(node.right));
    case 'one of':
      return oneOf(operand(node.value), node.options.map(operand), node.negated);
    case 'and':
    case 'or':
      return kleene(node.op, operand(node.left), operand(node.right));
    case 'not': {
      const value = operand(node.operand);
      return value === undefined ? undefined : value !== true;
    }
    case 'if': {
      const condition = operand(node.condition);
      return condition === undefined ? undefined : operand(condition === true ? node.then : node.else);
    }
    case 'otherwise':
      return operand(node.value) ?? operand(node.fallback);
    case 'known':
      return operand(node.operand) !== undefined;
    case 'call':
      return exactCall(node.fn, node.args.map(operand));
    case 'round':
      return exactRound(node.mode, operand(node.value), operand(node.step));
    case 'group aggregate':
      return exactGroupAggregate(frame, node, entity);
    case 'set aggregate':
      return exactSetAggregate(frame, node);
    case 'window':
      return exactWindow(frame, node, entity);
    case 'months': {
      const ends = monthEnds(frame.scope.session.market, frame.day, node.of);
      const outcomes = ends.map((day) => exactOperand(frameOf(frame.scope, day), node.condition, entity, node.domain));
      const met = outcomes.filter((outcome) => outcome === true).length;
      const unknown = outcomes.filter((outcome) => outcome === undefined).length + (node.of - ends.length);
      return met >= node.atLeast ? true : met + unknown < node.atLeast ? false : undefined;
    }
    case 'as of':
      return exactOperand(frameOf(frame.scope, dateOf(frame, node.date)), node.value, entity, node.domain);
    case 'convert':
      return exactConvert(frame, node, entity, operand(node.value));
    case 'previous': {
      const before = earlierFrame(frame, node.event);
      if (before === undefined) return undefined;
      const at = placesThen(frame.scope, before.scope, node.domain)?.[entity] ?? entity;
      return at < 0 ? undefined : exactOperand(before, node.value, at, node.domain);
    }
    case 'rank':
      return exactRank(frame, node, entity);
    case 'cumulative':
      return exactCumulative(frame, node, entity);
    case 'at rank':
      return exactAtRank(frame, node, entity);
    case 'constituent':
      return exactConstituent(frame, node, entity);
    case 'member':
      return exactMember(frame, node, entity);
    case 'added since':
      return exactAddedSince(frame, node, entity);
    case 'elapsed':
      return exactElapsed(frame, node.unit, operand(node.since));
    case 'current':
      return exactCurrent(frame, node, entity);
    case 'of weights':
      throw new Error('weights of a limit outside limits');
    default:
      return node satisfies never;
  }
}

/** A named date of the event at hand. */
export function dateOf(frame: Frame, name: string): number {
  const day = frame.scope.dates[name];
  if (day === undefined) throw new Error(`the event \`${frame.scope.event}\` has no date \`${name}\``);
  return day;
}

function oneOf(value: Exact, options: Exact[], negated: boolean): Exact {
  if (value === undefined) return undefined;
  let unknown = false;
  for (const option of options) {
    const same = exactCompare('is', value, option);
    if (same === true) return !negated;
    if (same === undefined) unknown = true;
  }
  return unknown ? undefined : negated;
}

function kleene(op: 'and' | 'or', left: Exact, right: Exact): Exact {
  const decisive = op === 'or';
  if (left === decisive || right === decisive) return decisive;
  return left === undefined || right === undefined ? undefined : !decisive;
}
