import { parseUnit } from '../check/units/parse-unit.ts';
import type { Expression } from '../model/expression.ts';
import { decimalText, timesWhole } from './decimal-text.ts';

const scales = { thousand: 3, million: 6, billion: 9, trillion: 12 } as const;

/**
 * The value of a number as written, without scale and unit: `5 million USD` is 5000000, `24%` is 0.24, `2 years` is 24.
 */
export function lowerLiteral(e: Extract<Expression, { kind: 'number' }>, own: ReadonlySet<string>): string {
  const unit = e.unit === undefined ? undefined : parseUnit(e.unit, own);
  const known = unit !== undefined && !('unknown' in unit) ? unit : undefined;
  const shift = (e.scale === undefined ? 0 : scales[e.scale]) + (known?.hundredths ? -2 : 0);
  return timesWhole(decimalText(e.value, shift), Number(known?.factor ?? '1'));
}

/** A number with scale or unit as people write it: `5 million USD`, `24%`; nothing for a bare one. */
export function writtenLiteral({ value, scale, unit }: Extract<Expression, { kind: 'number' }>): { written?: string } {
  if (scale === undefined && unit === undefined) return {};
  const words = [value, scale, unit === '%' ? undefined : unit].filter((word) => word !== undefined);
  return { written: `${words.join(' ')}${unit === '%' ? '%' : ''}` };
}
