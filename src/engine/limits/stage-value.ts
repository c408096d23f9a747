import type { PlanExpression } from '../../plan/expression.ts';
import { operandsOf } from '../../plan/operands.ts';
import { mapEntity } from '../columns/domains.ts';
import { exactArithmetic, exactCall, exactRound } from '../exact/exact-arithmetic.ts';
import { exactOperand } from '../exact/exact-value.ts';
import { Decimal } from '../numbers/decimal.ts';
import { inForceName } from '../session/in-force.ts';
import { doubt, type Numbers } from '../numbers/numbers.ts';
import type { Values } from '../numbers/values.ts';
import { problem } from '../session/problem.ts';
import { type Exact, referenceFrame } from '../session/scope.ts';
import type { Stage } from './stage.ts';

/** What expressions of a stage see of the weights. */
export type InSight<S> = {
  weights: Values<S>;
  total(): S;
  smallest(): S | undefined;
  nthLargest(n: number): S | undefined;
  /** Values that are the same for every item, once found. */
  shared: Map<PlanExpression, S>;
};

/** As {@link itemValue}; a failure (RB7204) where it is missing. */
export function boundOf<S>(stage: Stage<S>, node: PlanExpression, item: number, seen: InSight<S>): S {
  const known = seen.shared.get(node);
  if (known !== undefined) return known;
  const value = itemValue(stage, node, item, seen);
  if (value !== undefined && sameForAll(node)) seen.shared.set(node, value);
  if (value !== undefined) return value;
  throw problem(
    'badCount',
    `\`${stage.rule.name}\` states a number that is missing for \`${stage.items.nameOf(item)}\``,
  );
}

/** Whether a value is the same for every item of a block. */
export function sameForAll(node: PlanExpression): boolean {
  return node.domain === 'all' && !mentionsOwnWeight(node);
}

/** Those of some items whose weight is above (of sign −1: below) a bound; everyone must have one. */
export function placesBeyond<S>(
  stage: Stage<S>,
  weights: Values<S>,
  places: readonly number[],
  bound: PlanExpression,
  seen: InSight<S>,
  sign: 1 | -1,
): number[] {
  const { numbers } = stage;
  if (places.length === 0) return [];
  if (!sameForAll(bound))
    return places.filter((i) => sign * numbers.compare(weights.at(i), boundOf(stage, bound, i, seen)) > 0);
  const some = places.length === weights.length ? weights : numbers.many.pick(weights, places);
  const flags = numbers.many.beyond(some, boundOf(stage, bound, places[0]!, seen), sign);
  return places.filter((_, i) => flags[i] === 1);
}

/** The value of an expression of a stage for an item of its block; undefined is missing. */
function itemValue<S>(stage: Stage<S>, node: PlanExpression, item: number, seen: InSight<S>): S | undefined {
  const { numbers, scope } = stage;
  if (!mentionsWeights(node, stage)) return constant(stage, node, item);
  const operand = (child: PlanExpression) => itemValue(stage, child, item, seen);
  switch (node.op) {
    case 'of weights':
      switch (node.what) {
        case 'weight':
          return seen.weights.at(item);
        case 'their total':
          return seen.total();
        case 'smallest of them':
          return seen.smallest();
        case 'nth largest':
          return seen.nthLargest(node.n ?? 1);
        default:
          throw new Error('an unknown quantity of weights');
      }
    case 'measure':
      return operand(inForceName(scope.session.versions.measures, node.measure, scope.effective, 'measure').value);
    case 'arithmetic': {
      const left = operand(node.left);
      const right = operand(node.right);
      if (left === undefined || right === undefined) return undefined;
      if (node.operator === '+') return numbers.add(left, right);
      if (node.operator === '-') return numbers.subtract(left, right);
      if (node.operator === '*') return numbers.multiply(left, right);
      if (node.operator === '/') return numbers.divide(left, right);
      return inDecimals(numbers, [left, right], (base, exponent) => exactArithmetic('^', base, exponent));
    }
    case 'negate': {
      const value = operand(node.operand);
      return value === undefined ? undefined : numbers.multiply(value, numbers.of(new Decimal(-1)));
    }
    case 'call': {
      const values = node.args.map(operand);
      if (values.some((value) => value === undefined)) return undefined;
      const known = values as S[];
      if (node.fn === 'min' || node.fn === 'max') {
        const sign = node.fn === 'min' ? -1 : 1;
        // Of two too close to tell apart either has the value.
        return known.reduce((a, b) => (sign * (numbers.near(b) - numbers.near(a)) > 0 ? b : a));
      }
      if (node.fn === 'abs')
        return numbers.near(known[0]!) < 0 ? numbers.multiply(known[0]!, numbers.of(new Decimal(-1))) : known[0];
      return inDecimals(numbers, known, (...args) => exactCall(node.fn, args));
    }
    case 'round': {
      const [value, step] = [operand(node.value), operand(node.step)];
      if (value === undefined || step === undefined) return undefined;
      return inDecimals(numbers, [value, step], (whole, by) => exactRound(node.mode, whole, by));
    }
    case 'if': {
      const condition = truth(stage, node.condition, item, seen);
      return condition === undefined ? undefined : operand(condition ? node.then : node.else);
    }
    case 'otherwise':
      return operand(node.value) ?? operand(node.fallback);
    default:
      throw new Error(`\`${node.op}\` of weights is not supported`);
  }
}

/** What only decimals can work out: where weights are in double-doubles the work is done again. */
function inDecimals<S>(numbers: Numbers<S>, values: S[], work: (...values: Decimal[]) => Exact): S | undefined {
  if (numbers.error > 0) throw doubt;
  const result = work(...values.map((value) => numbers.toDecimal(value)));
  return result instanceof Decimal ? numbers.of(result) : undefined;
}

/** Whether a condition of a stage holds for an item. */
export function itemTruth<S>(stage: Stage<S>, node: PlanExpression, item: number, seen: InSight<S>): boolean {
  return truth(stage, node, item, seen) === true;
}

function truth<S>(stage: Stage<S>, node: PlanExpression, item: number, seen: InSight<S>): boolean | undefined {
  const { numbers } = stage;
  const inner = (part: PlanExpression) => truth(stage, part, item, seen);
  if (!mentionsWeights(node, stage)) {
    const value = exactOf(stage, node, item);
    return typeof value === 'boolean' ? value : undefined;
  }
  switch (node.op) {
    case 'and':
    case 'or': {
      const [left, right] = [inner(node.left), inner(node.right)];
      const decisive = node.op === 'or';
      if (left === decisive || right === decisive) return decisive;
      return left === undefined || right === undefined ? undefined : !decisive;
    }
    case 'not': {
      const value = inner(node.operand);
      return value === undefined ? undefined : !value;
    }
    case 'compare': {
      if (node.left.type === 'yes/no') {
        const [left, right] = [inner(node.left), inner(node.right)];
        return left === undefined || right === undefined ? undefined : (left === right) === (node.operator === 'is');
      }
      const left = itemValue(stage, node.left, item, seen);
      const right = itemValue(stage, node.right, item, seen);
      return left === undefined || right === undefined ? undefined : holds(node.operator, numbers.compare(left, right));
    }
    case 'one of': {
      const value = itemValue(stage, node.value, item, seen);
      if (value === undefined) return undefined;
      const options = node.options.map((option) => itemValue(stage, option, item, seen));
      if (options.some((option) => option !== undefined && numbers.compare(value, option) === 0)) return !node.negated;
      return options.includes(undefined) ? undefined : node.negated;
    }
    case 'known':
      if (node.operand.type === 'yes/no') return inner(node.operand) !== undefined;
      return itemValue(stage, node.operand, item, seen) !== undefined;
    case 'if': {
      const condition = inner(node.condition);
      return condition === undefined ? undefined : inner(condition ? node.then : node.else);
    }
    case 'otherwise':
      return inner(node.value) ?? inner(node.fallback);
    case 'measure': {
      const { versions } = stage.scope.session;
      return inner(inForceName(versions.measures, node.measure, stage.scope.effective, 'measure').value);
    }
    default:
      throw new Error(`\`${node.op}\` of weights is not supported`);
  }
}

function holds(operator: (PlanExpression & { op: 'compare' })['operator'], order: number): boolean {
  const table = {
    '>=': order >= 0,
    '<=': order <= 0,
    '>': order > 0,
    '<': order < 0,
    is: order === 0,
    'is not': order !== 0,
  };
  return table[operator];
}

const constants = new WeakMap<Stage<unknown>['numbers'], WeakMap<PlanExpression, unknown>>();

/** A value that does not depend on weights; literals are made once for each number system, so that equal ones are the same. */
function constant<S>(stage: Stage<S>, node: PlanExpression, item: number): S | undefined {
  const { numbers } = stage;
  const literal = node.op === 'number';
  let made = constants.get(numbers as Stage<unknown>['numbers']);
  if (made === undefined) {
    made = new WeakMap();
    constants.set(numbers as Stage<unknown>['numbers'], made);
  }
  if (literal && made.has(node)) return made.get(node) as S;
  const value = exactOf(stage, node, item);
  const result = value instanceof Decimal ? numbers.of(value) : undefined;
  if (literal) made.set(node, result);
  return result;
}

function exactOf<S>({ scope, block, items }: Stage<S>, node: PlanExpression, item: number) {
  const at = mapEntity(scope, items.entities[item]!, block.of, node.domain);
  return at < 0 ? undefined : exactOperand(referenceFrame(scope), node, at, node.domain);
}

const ownWeight = new WeakMap<PlanExpression, boolean>();

/** Whether a value may differ by item because it speaks of the item's own weight, or of a measure that might. */
function mentionsOwnWeight(node: PlanExpression): boolean {
  let answer = ownWeight.get(node);
  if (answer === undefined) {
    answer =
      (node.op === 'of weights' && node.what === 'weight') ||
      node.op === 'measure' ||
      operandsOf(node).some(mentionsOwnWeight);
    ownWeight.set(node, answer);
  }
  return answer;
}

const mentions = new WeakMap<PlanExpression, boolean>();

function mentionsWeights<S>(node: PlanExpression, stage: Stage<S>): boolean {
  let answer = mentions.get(node);
  if (answer === undefined) {
    answer =
      node.op === 'of weights' ||
      (node.op === 'measure'
        ? stage.scope.session.plan.measures.some((m) => m.name === node.measure && mentionsWeights(m.value, stage))
        : node.op !== 'previous' && operandsOf(node).some((child) => mentionsWeights(child, stage)));
    mentions.set(node, answer);
  }
  return answer;
}
