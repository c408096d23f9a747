import type { Expression } from '../../model/expression.ts';
import { quoted } from '../../model/words/plain-words.ts';

type Literal = Extract<Expression, { kind: 'number' | 'text' | 'date' | 'yes-no' }>;
const timeUnits = new Set(['trading days', 'calendar days', 'weeks', 'months', 'years']);

/** A literal as text. */
export function literalText(e: Literal): string {
  switch (e.kind) {
    case 'number': {
      const scale = e.scale === undefined ? '' : ` ${e.scale}`;
      if (e.unit === undefined) return `${digits(e.value)}${scale}`;
      if (e.unit === '%') return `${digits(e.value)}${scale}%`;
      return `${digits(e.value)}${scale} ${timeUnits.has(e.unit) && scale === '' ? plural(e.unit, Number(e.value)) : e.unit}`;
    }
    case 'text':
      return quoted(e.value);
    case 'date':
      return e.value;
    case 'yes-no':
      return e.value ? 'yes' : 'no';
    default:
      return e satisfies never;
  }
}

/** Digits in groups of three, from five digits on. */
export function digits(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.length < 5 ? whole : whole.replace(/(?<=[0-9])(?=([0-9]{3})+$)/g, '_');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A unit of time by one or by many. */
export function plural(unit: string, count: number): string {
  return count === 1 ? unit.replace(/s$/, '') : unit;
}
