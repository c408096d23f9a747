import { isoDate } from '../../calendar/index.ts';
import type { DivisorRow, Run } from '../../run/run.ts';
import { Decimal, rounded40, roundToDecimals } from '../numbers/decimal.ts';
import { decimals } from '../numbers/numbers.ts';
import { binaryValue } from '../numbers/double-double.ts';
import type { Session } from '../session/session.ts';
import { levelAt } from '../session/versions.ts';
import type { Course } from './course.ts';

/** Every divisor with the day it came into force and why: as the rulebook rounds it, else to 20 significant digits. */
export function divisorRows(session: Session, course: Course): Run['divisors'] {
  const rows: Run['divisors'] = [];
  course.entries.forEach((entry, i) => {
    const { divisor } = entry;
    const { roundDivisor } = levelAt(session, entry.day);
    const last = i === 0 ? undefined : course.entries[i - 1]!.divisor;
    if (entry.computed !== undefined) {
      rows.push(decidedRow(session, course, i));
      return;
    }
    if (divisor === undefined || divisor === last) return;
    if (last !== undefined && !differ(course, i)) return;
    const text =
      roundDivisor === undefined
        ? digits20(course, i)
        : roundToDecimals(course.exact(i).divisor!, roundDivisor.decimals, roundDivisor.mode).toFixed(
            roundDivisor.decimals,
          );
    rows.push({ date: isoDate(entry.day), divisor: text, cause: entry.causes.join(', ') });
  });
  return rows;
}

/** The divisors that decisions set. */
export function decidedRows(session: Session, course: Course): DivisorRow[] {
  return course.entries.flatMap((entry, i) => (entry.computed === undefined ? [] : [decidedRow(session, course, i)]));
}

/** A divisor set by decision, with every digit given, and the computed one beside it. */
function decidedRow(session: Session, course: Course, i: number): DivisorRow {
  const { day, causes } = course.entries[i]!;
  const { roundDivisor } = levelAt(session, day);
  const { divisor, computed } = course.exact(i);
  return {
    date: isoDate(day),
    divisor: divisor!.toFixed(),
    cause: [...causes, 'decision'].join(', '),
    computed:
      roundDivisor === undefined
        ? shown20(computed!)
        : roundToDecimals(computed!, roundDivisor.decimals, roundDivisor.mode).toFixed(roundDivisor.decimals),
  };
}

/** Whether the divisor is another than the one before, as far as is published. */
function differ(course: Course, i: number): boolean {
  const [a, b] = [course.entries[i - 1]!.divisor!, course.entries[i]!.divisor!];
  const apart = Math.abs(a.hi - b.hi + (a.lo - b.lo));
  if (apart > 16 * course.error() * Math.abs(a.hi)) return true;
  return (
    !course.exact(i - 1).divisor!.eq(course.exact(i).divisor!) &&
    decimals.differ(course.exact(i - 1).divisor!, course.exact(i).divisor!)
  );
}

function digits20(course: Course, i: number): string {
  const { hi, lo } = course.entries[i]!.divisor!;
  const value = binaryValue(hi).plus(binaryValue(lo));
  const margin = value.abs().times(16 * course.error());
  const low = shown20(value.minus(margin));
  return low === shown20(value.plus(margin)) ? low : shown20(course.exact(i).divisor!);
}

function shown20(value: Decimal): string {
  return rounded40(value).toSignificantDigits(20, Decimal.ROUND_HALF_UP).toFixed();
}
