import { shortened } from '../../diagnostics/shortened.ts';
import type { Expression } from '../../model/expression.ts';

/** An expression in a few words, for messages: as written where it is short, else undefined. */
export function shortWords(e: Expression): string | undefined {
  switch (e.kind) {
    case 'number':
      return `\`${literalWords(e)}\``;
    case 'text':
      return `\`"${shortened(e.value)}"\``;
    case 'date':
      return `\`${e.value}\``;
    case 'yes-no':
      return e.value ? '`yes`' : '`no`';
    case 'name':
      return `\`${e.name}\``;
    case 'rank':
      return `\`rank in ${e.ranking}\``;
    case 'current':
      return `\`current ${e.quantity}\``;
    case 'of weights':
      return e.what === 'nth largest' ? '`largest weight`' : `\`${e.what}\``;
    case 'constituent':
      return '`constituent`';
    case 'member':
      return `\`member of ${e.set}\``;
    case 'aggregate':
    case 'window': {
      const inner = shortWords(e.value);
      return inner === undefined ? undefined : `\`${e.fn} of ${inner.slice(1, -1)}\``;
    }
    case 'elapsed':
      return `\`${e.unit} since\``;
    case 'previous': {
      const inner = shortWords(e.value);
      return inner === undefined ? undefined : `\`previous ${inner.slice(1, -1)}\``;
    }
    default:
      return undefined;
  }
}

/** A number as it is written in a rulebook. */
export function literalWords(e: Extract<Expression, { kind: 'number' }>): string {
  const tail = e.unit === undefined ? '' : e.unit === '%' ? '%' : ` ${e.unit}`;
  return `${e.value}${e.scale === undefined ? '' : ` ${e.scale}`}${tail}`;
}

/** The names that decide the unit of an expression: those in it, without its conditions. */
export function decidingNames(e: Expression): string[] {
  switch (e.kind) {
    case 'name':
      return [e.name];
    case 'arithmetic':
      return [...decidingNames(e.left), ...(e.op === '^' ? [] : decidingNames(e.right))];
    case 'negate':
      return decidingNames(e.operand);
    case 'if':
      return decidingNames(e.then);
    case 'call':
      return e.args.flatMap(decidingNames);
    case 'aggregate':
      return e.fn === 'count' ? [] : decidingNames(e.value);
    case 'round':
    case 'window':
    case 'as of':
    case 'previous':
    case 'otherwise':
    case 'cumulative':
    case 'at rank':
      return decidingNames(e.value);
    default:
      return [];
  }
}
