import { isoDate } from '../../calendar/index.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import { errorAt, type NumberColumn } from '../columns/column.ts';
import { operandColumn } from '../columns/evaluate.ts';
import { exactOperand } from '../exact/exact-value.ts';
import { Decimal } from '../numbers/decimal.ts';
import type { Frame } from '../session/scope.ts';
import { type Told, toldByKind, toldOfEach } from './told.ts';

const truths = ['no', 'yes', 'missing'] as const;

/** The values of an expression as records show them: 12 significant digits, dates, texts in quotes; `missing` where there is none. */
export function shownValues(frame: Frame, part: PlanExpression, of: 'line' | 'company'): Told<string> {
  const column = operandColumn(frame, part, of);
  switch (column.type) {
    case 'yes/no':
      return toldByKind(
        3,
        (entity) => column.values[entity]!,
        (entity) => truths[column.values[entity] as 0 | 1 | 2],
      );
    case 'text': {
      const { codes, dictionary } = column;
      return toldByKind(
        dictionary.length + 1,
        (entity) => codes[entity]! + 1,
        (entity) => (codes[entity]! < 0 ? 'missing' : JSON.stringify(dictionary[codes[entity]!])),
      );
    }
    case 'number':
      return toldByValue(column, part.type === 'date' ? dateText(column) : numberText(frame, part, of, column));
    default:
      return column satisfies never;
  }
}

function dateText({ values }: NumberColumn): (entity: number) => string {
  return (entity) => (Number.isNaN(values[entity]!) ? 'missing' : isoDate(values[entity]!));
}

function numberText(
  frame: Frame,
  part: PlanExpression,
  of: 'line' | 'company',
  column: NumberColumn,
): (entity: number) => string {
  const exactly = (entity: number) => {
    const value = exactOperand(frame, part, entity, of);
    return value instanceof Decimal ? value.toSignificantDigits(12, Decimal.ROUND_HALF_UP).toFixed() : 'missing';
  };
  const { exact } = frame.scope.session;
  return (entity) => {
    if (Number.isNaN(column.values[entity]!)) return 'missing';
    return (exact ? undefined : twelveDigits(column.values[entity]!, errorAt(column, entity))) ?? exactly(entity);
  };
}

const mostValues = 500;

/** Numbers that are exact and of which there are few (months since, ranks of classes) are told once each. */
function toldByValue({ values, errors }: NumberColumn, tell: (entity: number) => string): Told<string> {
  if (errors !== undefined) return toldOfEach(tell);
  const kinds = new Map<number, number>();
  for (const value of values) {
    if (!kinds.has(value)) kinds.set(value, kinds.size);
    if (kinds.size > mostValues) return toldOfEach(tell);
  }
  return toldByKind(kinds.size, (entity) => kinds.get(values[entity]!)!, tell);
}

/** Powers of ten that doubles hold exactly. */
const tens = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/**
 * A number of which the double `value` is at most `error` off, in plain digits, 12 significant ones; undefined where its error leaves
 * the last one open or the digits do not fit in 20 places.
 */
export function twelveDigits(value: number, error: number): string | undefined {
  if (value === 0) return error === 0 ? '0' : undefined;
  const size = Math.abs(value);
  if (!(size >= 1e-6 && size < 1e18)) return undefined;
  // One digit more or less at powers of ten, where the logarithm may be off, is caught below.
  const shift = 11 - Math.floor(Math.log10(size));
  const scale = tens[Math.abs(shift)]!;
  const scaled = shift < 0 ? size / scale : size * scale;
  const digits = Math.round(scaled);
  if (digits < 1e11 || digits >= 1e12) return undefined;
  const open = (error + size * 2 ** -51) * (shift < 0 ? 1 / scale : scale) + scaled * 2 ** -51;
  if (!(0.5 - Math.abs(scaled - digits) > open)) return undefined;
  // Up to 15 digits survive the way into a double and back, so the shortest text of this one is what was meant.
  const text = String(shift < 0 ? digits * scale : digits / scale);
  return value < 0 ? `-${text}` : text;
}
