// In: the numbers written into levels, roundings and windows. Out: those that can mean nothing.
// Never here: bounds of conditions, counts of steps and shares of limits; those have checks of their own.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { checkLevel } from './level.ts';
import { checkRoundings } from './roundings.ts';
import { checkWindows } from './windows.ts';

/** RB4109: windows. RB4401: base values. RB4402: roundings. */
export function checkNumbers(context: CheckContext): Diagnostic[] {
  return [...checkWindows(context), ...checkLevel(context), ...checkRoundings(context)];
}
