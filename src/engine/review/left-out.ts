import { type LeftOut, leftOutWords } from '../../run/left-out.ts';
import type { Scope } from '../session/scope.ts';
import { ruleOf } from './decision-records.ts';
import { screensAt } from './eligibility.ts';

/** In words, how many each rule of eligibility leaves out, where in the end nobody is selected. */
export function leftOut(scope: Scope): string {
  const rules = screensAt(scope).flatMap((screen): LeftOut[] => {
    if (screen.force !== 'require') return [];
    const line = screen.of === 'line';
    const asked = line ? scope.universeLines : scope.universeCompanies;
    const told = ruleOf(scope, screen, line ? scope.incumbentLines : scope.incumbentCompanies);
    const outcomes = [...asked.keys()].flatMap((at) => (asked[at] === 1 ? [told(at).outcome] : []));
    const count = (...which: string[]) => outcomes.filter((outcome) => which.includes(outcome)).length;
    return [
      {
        rule: screen.name,
        of: screen.of === 'line' ? 'line' : 'company',
        asked: outcomes.length,
        out: count('no', 'unknown'),
        unknown: count('unknown'),
      },
    ];
  });
  return leftOutWords(sum(scope.universeLines), rules, sum(scope.eligibleLines ?? scope.universeLines));
}

function sum(flags: Uint8Array): number {
  return flags.reduce((total, flag) => total + flag, 0);
}
