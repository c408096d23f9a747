import { infer } from '../check/units/infer.ts';
import { currenciesOf } from '../check/units/unit.ts';
import type { Expression } from '../model/expression.ts';
import type { PlanExpression, PlanOperation, ValueType } from './expression.ts';
import { lowerLiteral, writtenLiteral } from './lower-literal.ts';
import { lowerName } from './lower-name.ts';
import { lowerPrevious } from './lower-previous.ts';
import type { Lowering } from './lowering.ts';

/** Lowers an expression of a checked rulebook. `entity`: whom words such as `constituent` speak of. */
export function lowerExpression(e: Expression, entity: string, into: Lowering): PlanExpression {
  const lower = (inner: Expression, of = entity) => lowerExpression(inner, of, into);
  const { scope, domains, world } = into.analysis;
  const domain = domains.of(e, entity);
  const made = <Op extends PlanOperation>(type: ValueType, operation: Op): PlanExpression => ({
    domain,
    type,
    ...operation,
  });
  const number = (operation: PlanOperation) => made('number', operation);
  const condition = (operation: PlanOperation) => made('yes/no', operation);
  switch (e.kind) {
    case 'number':
      return number({ op: 'number', value: lowerLiteral(e, world.own), ...writtenLiteral(e) });
    case 'text':
      return made('text', { op: 'text', value: e.value });
    case 'date':
      return made('date', { op: 'date', value: e.value });
    case 'yes-no':
      return condition({ op: 'yes-no', value: e.value });
    case 'name':
      return lowerName(e, domain, entity, into);
    case 'arithmetic':
      return number({ op: 'arithmetic', operator: e.op, left: lower(e.left), right: lower(e.right) });
    case 'negate':
      return number({ op: 'negate', operand: lower(e.operand) });
    case 'compare':
      return lowerCompare(e, domain, lower);
    case 'between': {
      const value = lower(e.value);
      const bound = (operator: '>=' | '<=', right: Expression): PlanExpression => ({
        domain: domains.of({ kind: 'compare', op: operator, left: e.value, right }, entity),
        type: 'yes/no',
        op: 'compare',
        operator,
        left: value,
        right: lower(right),
      });
      return condition({ op: 'and', left: bound('>=', e.low), right: bound('<=', e.high) });
    }
    case 'one of':
      return condition({
        op: 'one of',
        value: lower(e.value),
        options: e.options.map((o) => lower(o)),
        negated: e.negated,
      });
    case 'and':
    case 'or':
      return condition({ op: e.kind, left: lower(e.left), right: lower(e.right) });
    case 'not':
      return condition({ op: 'not', operand: lower(e.operand) });
    case 'if': {
      const [then, other] = [lower(e.then), lower(e.else)];
      return made(then.type, { op: 'if', condition: lower(e.condition), then, else: other });
    }
    case 'otherwise': {
      const value = lower(e.value);
      return made(value.type, { op: 'otherwise', value, fallback: lower(e.fallback) });
    }
    case 'known':
      return condition({ op: 'known', operand: lower(e.operand) });
    case 'call':
      return number({ op: 'call', fn: e.fn, args: e.args.map((a) => lower(a)) });
    case 'round':
      return number({ op: 'round', mode: e.mode, value: lower(e.value), step: lower(e.step) });
    case 'aggregate': {
      const inside = domains.inside(e);
      const value = lower(e.value, inside);
      const type = e.fn === 'count' ? 'number' : value.type;
      const where = e.where === undefined ? {} : { where: lower(e.where, inside) };
      const parts = { fn: e.fn, value, over: e.over, ...where };
      return scope.groups.has(e.over) || e.over === 'company'
        ? made(type, { op: 'group aggregate', ...parts })
        : made(type, { op: 'set aggregate', ...parts });
    }
    case 'window': {
      const value = lower(e.value);
      const type = e.fn === 'count' ? 'number' : value.type;
      const needing = e.needing === undefined ? {} : { needing: e.needing };
      return made(type, { op: 'window', fn: e.fn, value, span: e.span, ...needing });
    }
    case 'months':
      return condition({ op: 'months', condition: lower(e.condition), atLeast: e.atLeast, of: e.of });
    case 'as of': {
      const value = lower(e.value);
      return made(value.type, { op: 'as of', value, date: e.date });
    }
    case 'convert': {
      const value = lower(e.value);
      const typing = infer(e.value, '', world);
      const from = typing.type === 'number' ? currenciesOf(typing.unit)[0]?.[0] : undefined;
      if (from === e.currency) return value;
      return number({
        op: 'convert',
        value,
        ...(from === undefined || from === 'currency' ? {} : { from }),
        to: e.currency,
      });
    }
    case 'previous':
      return lowerPrevious(e, lower(e.value), domain, into);
    case 'rank':
      return number({ op: 'rank', ranking: e.ranking });
    case 'cumulative':
      return number({ op: 'cumulative', what: e.what, value: lower(e.value, domain), ranking: e.ranking });
    case 'at rank': {
      const value = lower(e.value, scope.rankings.get(e.ranking)?.[0]?.what.of ?? entity);
      return made(value.type, { op: 'at rank', value, rank: lower(e.rank), ranking: e.ranking });
    }
    case 'constituent':
      return condition({ op: 'constituent', ...(e.index === undefined ? {} : { index: e.index }) });
    case 'member':
      return condition({ op: 'member', set: e.set });
    case 'added since':
      return condition({ op: 'added since', event: e.event });
    case 'elapsed':
      return number({ op: 'elapsed', unit: e.unit, since: lower(e.since) });
    case 'current':
      return number({ op: 'current', quantity: e.quantity });
    case 'of weights':
      return number({ op: 'of weights', what: e.what, ...(e.n === undefined ? {} : { n: e.n }) });
    default:
      return e satisfies never;
  }
}

/** Comparisons; of conditions only their likeness can be told, which is said in `and`, `or` and `not`. */
function lowerCompare(
  e: Extract<Expression, { kind: 'compare' }>,
  domain: string,
  lower: (e: Expression) => PlanExpression,
): PlanExpression {
  const left = lower(e.left);
  const right = lower(e.right);
  if (left.type !== 'yes/no') return { domain, type: 'yes/no', op: 'compare', operator: e.op, left, right };
  const not = (operand: PlanExpression): PlanExpression => ({
    domain: operand.domain,
    type: 'yes/no',
    op: 'not',
    operand,
  });
  const same = e.op === 'is';
  if (right.op === 'yes-no') return right.value === same ? left : not(left);
  if (left.op === 'yes-no') return left.value === same ? right : not(right);
  const other = same ? right : not(right);
  const both = (a: PlanExpression, b: PlanExpression): PlanExpression => ({
    domain,
    type: 'yes/no',
    op: 'and',
    left: a,
    right: b,
  });
  return { domain, type: 'yes/no', op: 'or', left: both(left, other), right: both(not(left), not(other)) };
}
