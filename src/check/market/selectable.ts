import { type Market, textAsOf } from '../../market/index.ts';
import type { Expression } from '../../model/expression.ts';
import type { CheckContext } from '../context.ts';
import { type Scope, scopeOf } from '../names/scope.ts';
import { common, type Days, daysOf } from '../support/days.ts';
import { domainWord } from '../walk/domain-word.ts';
import { textField } from './text-field.ts';

type Condition = { where: Expression; days: Days };

/**
 * Whether a rulebook may select a line on a day, as far as its currency and its texts tell: the conditions of the universe, and those that every
 * event requires of lines, where they compare a text. What is not known is taken to be fulfilled.
 */
export function selectable({ rulebook }: CheckContext, market: Market): (line: number, day: number) => boolean {
  const scope = scopeOf(rulebook);
  const universe: Condition[] = [];
  const required: Condition[] = [];
  for (const s of rulebook.sections) {
    if (s.section === 'universe' && s.where !== undefined) universe.push({ where: s.where, days: daysOf(s) });
    if (s.section !== 'eligibility' || domainWord(s.of) !== 'line') continue;
    for (const rule of s.rules)
      if (rule.force === 'require' && rule.everyone !== undefined)
        required.push({ where: rule.everyone, days: common(daysOf(s), daysOf(rule)) });
  }
  const conditions = [...universe, ...required];
  return (line, day) => {
    const currency = market.currencyOf[line]!;
    if (scope.pricedIn !== undefined && currency !== '' && currency !== scope.pricedIn) return false;
    return conditions.every(
      ({ where, days }) => day < days.from || day > days.until || truth(where, line, day, market, scope) !== false,
    );
  };
}

/** What a condition comes to for a line, undefined where its texts do not tell. */
function truth(e: Expression, line: number, day: number, market: Market, scope: Scope): boolean | undefined {
  const of = (part: Expression) => truth(part, line, day, market, scope);
  switch (e.kind) {
    case 'and': {
      const [a, b] = [of(e.left), of(e.right)];
      return a === false || b === false ? false : a === undefined || b === undefined ? undefined : true;
    }
    case 'or': {
      const [a, b] = [of(e.left), of(e.right)];
      return a === true || b === true ? true : a === undefined || b === undefined ? undefined : false;
    }
    case 'not': {
      const inner = of(e.operand);
      return inner === undefined ? undefined : !inner;
    }
    case 'compare': {
      if ((e.op !== 'is' && e.op !== 'is not') || e.right.kind !== 'text') return undefined;
      const text = textOf(e.left, line, day, market, scope);
      return text === undefined ? undefined : (text === e.right.value) === (e.op === 'is');
    }
    case 'one of': {
      const text = textOf(e.value, line, day, market, scope);
      if (text === undefined || e.options.some((option) => option.kind !== 'text')) return undefined;
      return e.options.some((option) => option.kind === 'text' && option.value === text) !== e.negated;
    }
    default:
      return undefined;
  }
}

function textOf(e: Expression, line: number, day: number, market: Market, scope: Scope): string | undefined {
  if (e.kind === 'as of') return textOf(e.value, line, day, market, scope);
  if (e.kind === 'otherwise') {
    const known = textOf(e.value, line, day, market, scope);
    return known ?? (e.fallback.kind === 'text' ? e.fallback.value : undefined);
  }
  const field = textField(e, scope);
  const column = field === undefined ? undefined : market.fields.get(field);
  return column?.domain === 'line' ? textAsOf(market, column, line, day, day) : undefined;
}
