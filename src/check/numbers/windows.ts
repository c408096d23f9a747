import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Expression, TimeUnit, WindowSpan } from '../../model/expression.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { childrenOf } from '../walk/children.ts';
import { sitesOf } from '../walk/sites.ts';

/** The most days that a unit of time has. */
const mostDays: Record<TimeUnit, number> = {
  'trading days': 1,
  'calendar days': 1,
  weeks: 7,
  months: 31,
  years: 366,
};

/** RB4109: windows over nothing, and such as need more observations than they can have. */
export function checkWindows(context: CheckContext): Diagnostic[] {
  return sitesOf(context.rulebook).flatMap((site) => inside(context, site.expression, site.pointer));
}

function inside(context: CheckContext, e: Expression, pointer: string): Diagnostic[] {
  const found = childrenOf(e).flatMap(([step, child]) => inside(context, child, `${pointer}${step}`));
  const told = (message: string, why: string, help: string) =>
    found.push(finding('error', 'RB4109', message, [context.span(pointer)], why, help));
  if (e.kind === 'months' && (e.of < 1 || e.atLeast < 1))
    told(
      e.of < 1 ? 'a window over 0 months holds nothing' : 'at least 0 months are asked for',
      e.of < 1 ? 'there would never be a value to look at' : 'that holds whatever the values are',
      'write a count from 1',
    );
  if (e.kind !== 'window') return found;
  const most = mostObservations(e.span);
  if (most === 0)
    told(
      `a window over 0 ${e.span.kind === 'last' ? e.span.unit : 'days'} holds nothing`,
      'there would never be a value to look at',
      'write a count from 1',
    );
  else if (e.needing !== undefined && e.needing > most)
    told(
      `${e.needing} observations are needed of a window that has ${most} at most`,
      'the value would be missing always',
      `need at most ${most}, or look back further`,
    );
  else if (e.needing === 0)
    told(
      'a window needs 0 observations',
      'of none there is no value',
      'leave `needing 0 observations` out, or write a count from 1',
    );
  return found;
}

function mostObservations(span: WindowSpan): number {
  switch (span.kind) {
    case 'month':
      return 31;
    case 'since year start':
      return 366;
    case 'last':
      if (span.byMonth !== true) return span.count * mostDays[span.unit];
      return span.unit === 'years' ? span.count * 12 : span.count;
    default:
      return span satisfies never;
  }
}
