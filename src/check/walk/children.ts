import type { Expression } from '../../model/expression.ts';

/** The expressions directly inside one, each with its place in it as a JSON pointer step (`/left`, `/args/0`). */
export function childrenOf(e: Expression): [step: string, child: Expression][] {
  switch (e.kind) {
    case 'number':
    case 'text':
    case 'date':
    case 'yes-no':
    case 'name':
    case 'rank':
    case 'constituent':
    case 'member':
    case 'added since':
    case 'current':
    case 'of weights':
      return [];
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or':
      return [
        ['/left', e.left],
        ['/right', e.right],
      ];
    case 'negate':
    case 'not':
    case 'known':
      return [['/operand', e.operand]];
    case 'between':
      return [
        ['/value', e.value],
        ['/low', e.low],
        ['/high', e.high],
      ];
    case 'one of':
      return [['/value', e.value], ...listed('/options', e.options)];
    case 'if':
      return [
        ['/condition', e.condition],
        ['/then', e.then],
        ['/else', e.else],
      ];
    case 'otherwise':
      return [
        ['/value', e.value],
        ['/fallback', e.fallback],
      ];
    case 'call':
      return listed('/args', e.args);
    case 'round':
      return [
        ['/value', e.value],
        ['/step', e.step],
      ];
    case 'aggregate':
      return e.where === undefined
        ? [['/value', e.value]]
        : [
            ['/value', e.value],
            ['/where', e.where],
          ];
    case 'at rank':
      return [
        ['/value', e.value],
        ['/rank', e.rank],
      ];
    case 'window':
    case 'as of':
    case 'convert':
    case 'previous':
    case 'cumulative':
      return [['/value', e.value]];
    case 'months':
      return [['/condition', e.condition]];
    case 'elapsed':
      return [['/since', e.since]];
    default:
      return e satisfies never;
  }
}

function listed(step: string, list: Expression[]): [string, Expression][] {
  return list.map((child, i): [string, Expression] => [`${step}/${i}`, child]);
}
