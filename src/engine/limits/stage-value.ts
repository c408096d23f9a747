import type { PlanExpression } from '../../plan/expression.ts';
import { operandsOf } from '../columns/reads-windows.ts';
import { mapEntity } from '../columns/domains.ts';
import { exactOperand } from '../exact/exact-value.ts';
import { Decimal } from '../numbers/decimal.ts';
import { inForceName } from '../session/in-force.ts';
import { problem } from '../session/problem.ts';
import { referenceFrame } from '../session/scope.ts';
import type { Stage } from './stage.ts';

/** What expressions of a stage see of the weights. */
export type InSight<S> = {
  weights: S[];
  total(): S;
  smallest(): S | undefined;
  nthLargest(n: number): S | undefined;
  /** Values that are the same for every item, once found. */
  shared: Map<PlanExpression, S>;
};

/** As {@link itemValue}; a failure (RB7204) where it is missing. */
export function boundOf<S>(stage: Stage<S>, node: PlanExpression, item: number, seen: InSight<S>): S {
  const shared = node.domain === 'all' && !mentionsOwnWeight(node);
  const known = shared ? seen.shared.get(node) : undefined;
  if (known !== undefined) return known;
  const value = itemValue(stage, node, item, seen);
  if (value !== undefined && shared) seen.shared.set(node, value);
  if (value !== undefined) return value;
  throw problem('badCount', `\`${stage.rule.name}\` states a number that is missing for \`${stage.items.ids[item]}\``);
}

/** The value of an expression of a stage for an item of its block; undefined is missing. */
export function itemValue<S>(stage: Stage<S>, node: PlanExpression, item: number, seen: InSight<S>): S | undefined {
  const { numbers, scope } = stage;
  if (!mentionsWeights(node, stage)) return constant(stage, node, item);
  const operand = (child: PlanExpression) => itemValue(stage, child, item, seen);
  switch (node.op) {
    case 'of weights':
      switch (node.what) {
        case 'weight':
          return seen.weights[item];
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
      throw new Error('powers of weights are not supported');
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
      throw new Error(`\`${node.fn}\` of weights is not supported`);
    }
    case 'if':
      return itemTruth(stage, node.condition, item, seen) ? operand(node.then) : operand(node.else);
    case 'otherwise':
      return operand(node.value) ?? operand(node.fallback);
    default:
      throw new Error(`\`${node.op}\` of weights is not supported`);
  }
}

/** Whether a condition of a stage holds for an item. */
export function itemTruth<S>(stage: Stage<S>, node: PlanExpression, item: number, seen: InSight<S>): boolean {
  return truth(stage, node, item, seen) === true;
}

function truth<S>(stage: Stage<S>, node: PlanExpression, item: number, seen: InSight<S>): boolean | undefined {
  const { numbers } = stage;
  if (!mentionsWeights(node, stage)) {
    const value = exactOf(stage, node, item);
    return typeof value === 'boolean' ? value : undefined;
  }
  switch (node.op) {
    case 'and':
    case 'or': {
      const left = truth(stage, node.left, item, seen);
      const right = truth(stage, node.right, item, seen);
      const decisive = node.op === 'or';
      if (left === decisive || right === decisive) return decisive;
      return left === undefined || right === undefined ? undefined : !decisive;
    }
    case 'not': {
      const value = truth(stage, node.operand, item, seen);
      return value === undefined ? undefined : !value;
    }
    case 'compare': {
      const left = itemValue(stage, node.left, item, seen);
      const right = itemValue(stage, node.right, item, seen);
      if (left === undefined || right === undefined) return undefined;
      const order = numbers.compare(left, right);
      const table = {
        '>=': order >= 0,
        '<=': order <= 0,
        '>': order > 0,
        '<': order < 0,
        is: order === 0,
        'is not': order !== 0,
      };
      return table[node.operator];
    }
    default:
      throw new Error(`\`${node.op}\` of weights is not supported`);
  }
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
export function mentionsOwnWeight(node: PlanExpression): boolean {
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
