import { parseUnit } from '../check/units/parse-unit.ts';
import type { Expression } from '../model/expression.ts';
import { decimalText, timesWhole } from './decimal-text.ts';

const scales = { thousand: 3, million: 6, billion: 9, trillion: 12 } as const;

/** The value of a number as written, without scale and unit: `5 million USD` is 5000000, `24%` is 0.24, `2 years` is 24. */
export function lowerLiteral(e: Extract<Expression, { kind: 'number' }>, own: ReadonlySet<string>): string {
  const unit = e.unit === undefined ? undefined : parseUnit(e.unit, own);
  const known = unit !== undefined && !('unknown' in unit) ? unit : undefined;
  const shift = (e.scale === undefined ? 0 : scales[e.scale]) + (known?.hundredths ? -2 : 0);
  return timesWhole(decimalText(e.value, shift), Number(known?.factor ?? '1'));
}
