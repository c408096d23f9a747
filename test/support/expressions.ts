import type { Aggregate, RoundingMode, WindowSpan } from '../../src/model/expression.ts';
import type { Domain, PlanExpression, PlanOperation } from '../../src/plan/expression.ts';

type Operand = PlanExpression | number | string | boolean;
type Compare = (PlanOperation & { op: 'compare' })['operator'];

/** Literals as they are in TypeScript: a number (or numeric text through `num`), text, yes or no. */
export function expr(value: Operand): PlanExpression {
  if (typeof value === 'number') return num(String(value));
  if (typeof value === 'string') return { domain: 'all', type: 'text', op: 'text', value };
  if (typeof value === 'boolean') return { domain: 'all', type: 'yes/no', op: 'yes-no', value };
  return value;
}
export const num = (value: string): PlanExpression => ({ domain: 'all', type: 'number', op: 'number', value });

export const field = (
  name: string,
  domain: Domain = 'line',
  type: PlanExpression['type'] = 'number',
): PlanExpression => ({ domain, type, op: 'field', field: name });
export const text = (name: string, domain: Domain = 'line'): PlanExpression => field(name, domain, 'text');
export const attribute = (name: 'line' | 'company' | 'symbol' | 'name', domain: Domain = 'line'): PlanExpression => ({
  domain,
  type: 'text',
  op: 'attribute',
  attribute: name,
});
export const measure = (name: string, domain: Domain, type: PlanExpression['type'] = 'number'): PlanExpression => ({
  domain,
  type,
  op: 'measure',
  measure: name,
});

const arithmetic =
  (operator: (PlanOperation & { op: 'arithmetic' })['operator']) =>
  (left: Operand, right: Operand): PlanExpression => {
    const [l, r] = [expr(left), expr(right)];
    return { domain: finest(l, r), type: 'number', op: 'arithmetic', operator, left: l, right: r };
  };
export const add = arithmetic('+');
export const subtract = arithmetic('-');
export const multiply = arithmetic('*');
export const divide = arithmetic('/');

export function compare(left: Operand, operator: Compare, right: Operand): PlanExpression {
  const [l, r] = [expr(left), expr(right)];
  return { domain: finest(l, r), type: 'yes/no', op: 'compare', operator, left: l, right: r };
}
export function both(left: PlanExpression, right: PlanExpression): PlanExpression {
  return { domain: finest(left, right), type: 'yes/no', op: 'and', left, right };
}
export function either(left: PlanExpression, right: PlanExpression): PlanExpression {
  return { domain: finest(left, right), type: 'yes/no', op: 'or', left, right };
}
export const not = (operand: PlanExpression): PlanExpression => ({
  domain: operand.domain,
  type: 'yes/no',
  op: 'not',
  operand,
});
export function call(fn: 'min' | 'max' | 'abs' | 'sqrt' | 'exp' | 'ln', ...operands: Operand[]): PlanExpression {
  const args = operands.map(expr);
  return { domain: finest(...args), type: 'number', op: 'call', fn, args };
}
export function ifElse(condition: PlanExpression, yes: Operand, no: Operand): PlanExpression {
  const [y, n] = [expr(yes), expr(no)];
  // biome-ignore lint/suspicious/noThenProperty: the plan's own word
  return { domain: finest(condition, y, n), type: y.type, op: 'if', condition, then: y, else: n };
}
export function round(mode: RoundingMode, value: Operand, step: Operand): PlanExpression {
  const [v, s] = [expr(value), expr(step)];
  return { domain: finest(v, s), type: 'number', op: 'round', mode, value: v, step: s };
}

export const over = (fn: Aggregate, value: PlanExpression, group: string, where?: PlanExpression): PlanExpression => ({
  domain: group,
  type: fn === 'count' ? 'number' : value.type,
  op: 'group aggregate',
  fn,
  value,
  over: group,
  ...(where === undefined ? {} : { where }),
});
export const overSet = (fn: Aggregate, value: PlanExpression, set: string, where?: PlanExpression): PlanExpression => ({
  domain: 'all',
  type: fn === 'count' ? 'number' : value.type,
  op: 'set aggregate',
  fn,
  value,
  over: set,
  ...(where === undefined ? {} : { where }),
});
export const windowed = (fn: Aggregate, value: PlanExpression, span: WindowSpan, needing?: number): PlanExpression => ({
  domain: value.domain,
  type: fn === 'count' ? 'number' : value.type,
  op: 'window',
  fn,
  value,
  span,
  ...(needing === undefined ? {} : { needing }),
});
export const previous = (value: PlanExpression, event?: string): PlanExpression => ({
  domain: value.domain,
  type: value.type,
  op: 'previous',
  value,
  ...(event === undefined ? {} : { event }),
});
export const rankIn = (ranking: string, domain: Domain = 'company'): PlanExpression => ({
  domain,
  type: 'number',
  op: 'rank',
  ranking,
});
export const cumulative = (what: 'sum' | 'share', value: PlanExpression, ranking: string): PlanExpression => ({
  domain: value.domain,
  type: 'number',
  op: 'cumulative',
  what,
  value,
  ranking,
});
export const constituent = (domain: Domain = 'company', index?: string): PlanExpression => ({
  domain,
  type: 'yes/no',
  op: 'constituent',
  ...(index === undefined ? {} : { index }),
});
export const member = (set: string, domain: Domain = 'company'): PlanExpression => ({
  domain,
  type: 'yes/no',
  op: 'member',
  set,
});
export const ofWeights = (
  what: 'weight' | 'their total' | 'smallest of them' | 'nth largest',
  n?: number,
): PlanExpression => ({ domain: 'all', type: 'number', op: 'of weights', what, ...(n === undefined ? {} : { n }) });

function finest(...operands: PlanExpression[]): Domain {
  const domains = operands.map((o) => o.domain);
  for (const domain of ['line', 'company']) if (domains.includes(domain)) return domain;
  return domains.find((d) => d !== 'all') ?? 'all';
}
