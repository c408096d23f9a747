import type { Expression } from '../../model/expression.ts';
import { literalWords } from './side.ts';

/**
 * How to write a bare number as a ratio. Below one it is taken for parts of the whole, as people write free floats and
 * weights; above one for percent; at one either may be meant.
 */
export function ratioHelp(e: Extract<Expression, { kind: 'number' }>): string {
  const n = Number(e.value.replaceAll('_', ''));
  if (e.scale === undefined && n > 0 && n < 1)
    return `Write \`${Number((n * 100).toPrecision(12))}%\` (${e.value} of the whole)`;
  if (e.scale === undefined && n === 1) return 'Write `100%` for the whole, `1%` for a hundredth of it';
  return `Write \`${literalWords({ ...e, unit: '%' })}\`, if that is meant`;
}
