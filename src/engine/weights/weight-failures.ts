import { isoDate } from '../../calendar/index.ts';
import type { RulebookFailure } from '../../diagnostics/index.ts';
import { companyCalled, lineCalled } from '../session/called.ts';
import { problem } from '../session/problem.ts';
import type { Scope } from '../session/scope.ts';

export function noWeight(
  scope: Scope,
  rule: string,
  of: 'line' | 'company',
  entity: number,
  value: number | undefined,
): RulebookFailure {
  const { market } = scope.session;
  const called = (of === 'line' ? lineCalled : companyCalled)(market, entity, scope.effective);
  const found = value === undefined ? 'missing' : value === 0 ? 'zero' : String(value);
  return problem(
    'noWeight',
    `${called} was selected, but its value for the weighting \`${rule}\` on ${isoDate(scope.reference)} is ${found}`,
  );
}

export function noPrice(scope: Scope, line: number, day: number): RulebookFailure {
  const called = lineCalled(scope.session.market, line, day);
  return problem('noPrice', `${called} has no price in index currency on ${isoDate(day)}`);
}

export function noNotional(scope: Scope, rule: string): RulebookFailure {
  return problem(
    'badCount',
    `\`${rule}\` has no notional to turn weights into index shares with on ${isoDate(scope.reference)}`,
  );
}
