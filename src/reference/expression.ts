import { epochDay } from '../calendar/index.ts';
import type { PlanExpression } from '../plan/expression.ts';
import { arithmetic, call } from './arithmetic.ts';
import { attribute } from './attribute.ts';
import type { Scope } from './context.ts';
import { convert } from './currency.ts';
import { currentQuantity } from './current.ts';
import { decimal, toStep } from './decimal.ts';
import { elapsed } from './elapsed.ts';
import { type Entity, groupName, toDomain } from './entity.ts';
import { fieldValue } from './field.ts';
import { groupAggregate } from './group-aggregate.ts';
import { measure } from './measure.ts';
import { addedSince, previous } from './memory.ts';
import { inMonths } from './months.ts';
import { atRank, cumulative, rankOf } from './ranking.ts';
import { isConstituent, isMember, setAggregate } from './sets.ts';
import { and, compareValues, not, numberOf, or, truthOf, type Value } from './value.ts';
import { ofWeights } from './weights-in-sight.ts';
import { windowValue } from './window.ts';

/** The value of an expression for an entity. A value of a coarser domain is that of the group the entity belongs to. */
export function evaluate(expression: PlanExpression, scope: Scope, asked: Entity): Value {
  const entity = toDomain(scope, asked, expression.domain);
  if (entity === undefined) return undefined;
  const read = (operand: PlanExpression): Value => evaluate(operand, scope, entity);
  const truth = (operand: PlanExpression) => truthOf(read(operand));
  const e = expression;
  switch (e.op) {
    case 'number':
      return decimal(e.value);
    case 'text':
      return e.value;
    case 'date':
      return decimal(epochDay(e.value));
    case 'yes-no':
      return e.value;
    case 'field':
      return fieldValue(e.field, scope, entity);
    case 'attribute':
      return attribute(e.attribute, scope, entity);
    case 'group name':
      return groupName(scope, entity, e.group);
    case 'measure':
      return measure(e.measure, scope, entity);
    case 'arithmetic':
      return arithmetic(e.operator, read(e.left), read(e.right));
    case 'negate':
      return numberOf(read(e.operand))?.neg();
    case 'compare':
      return compared(read(e.left), e.operator, read(e.right));
    case 'one of': {
      const found = e.options.map((option) => compared(read(e.value), 'is', read(option))).reduce(or, false);
      return e.negated ? not(found) : found;
    }
    case 'and':
      return and(truth(e.left), truth(e.right));
    case 'or':
      return or(truth(e.left), truth(e.right));
    case 'not':
      return not(truth(e.operand));
    case 'if': {
      const condition = truth(e.condition);
      return condition === undefined ? undefined : read(condition ? e.then : e.else);
    }
    case 'otherwise':
      return read(e.value) ?? read(e.fallback);
    case 'known':
      return read(e.operand) !== undefined;
    case 'call':
      return call(e.fn, e.args.map(read));
    case 'round': {
      const [value, step] = [numberOf(read(e.value)), numberOf(read(e.step))];
      return value === undefined || step === undefined || step.lte(0) ? undefined : finite(toStep(value, step, e.mode));
    }
    case 'group aggregate':
      return groupAggregate(e, scope, entity);
    case 'set aggregate':
      return setAggregate(e, scope);
    case 'window':
      return windowValue(e, scope, entity);
    case 'months':
      return inMonths(e, scope, entity);
    case 'as of':
      return evaluate(e.value, { ...scope, day: dateOf(scope, e.date), carry: true }, entity);
    case 'convert':
      return convert(read(e.value), e.from, e.to, scope, entity);
    case 'previous':
      return previous(e.value, e.event, scope, entity);
    case 'rank':
      return rankOf(e.ranking, scope, entity);
    case 'cumulative':
      return cumulative(e.what, e.value, e.ranking, scope, entity);
    case 'at rank':
      return atRank(e.value, numberOf(read(e.rank)), e.ranking, scope, entity);
    case 'constituent':
      return isConstituent(e.index, scope, entity);
    case 'member':
      return isMember(e.set, scope, entity);
    case 'added since':
      return addedSince(e.event, scope, entity);
    case 'elapsed':
      return elapsed(e.unit, numberOf(read(e.since)), scope);
    case 'current':
      return currentQuantity(e.quantity, scope, entity);
    case 'of weights':
      return ofWeights(e.what, e.n, scope);
    default:
      return e satisfies never;
  }
}

function compared(left: Value, operator: '>=' | '<=' | '>' | '<' | 'is' | 'is not', right: Value): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  const order = compareValues(left, right);
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

function finite(value: Value): Value {
  return numberOf(value);
}

function dateOf(scope: Scope, name: string): number {
  const day = scope.review.dates[name];
  if (day === undefined) throw new Error(`the event ${scope.review.event} has no date ${name}`);
  return day;
}
