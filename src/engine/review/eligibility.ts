import type { PlanScreen } from '../../plan/plan.ts';
import { holds } from '../columns/evaluate.ts';
import { readsWindows } from '../columns/reads-windows.ts';
import { forget } from '../session/forget.ts';
import { runsAt } from '../session/in-force.ts';
import { referenceFrame, type Scope } from '../session/scope.ts';
import { companiesOf, type Flags, flagsWhere } from './flags.ts';

/** Screens that run at the scope's event. */
export function screensAt(scope: Scope): PlanScreen[] {
  return scope.session.plan.screens.filter((screen) => runsAt(screen, scope.event, scope.effective));
}

/** Decides who is eligible: where no screen runs, all of the universe. */
export function decideEligibility(scope: Scope): void {
  const screens = screensAt(scope);
  if (screens.length === 0) {
    scope.eligibleLines = scope.universeLines;
    scope.eligibleCompanies = scope.universeCompanies;
    return;
  }
  const required = screens.filter((screen) => screen.force === 'require');
  const lines = pass(
    scope,
    required.filter((s) => s.of === 'line'),
    'line',
    scope.universeLines,
  );
  const { market } = scope.session;
  const withLine = companiesOf(market.companyOf, lines, market.companies.ids.length);
  // The rules of companies see the lines that met the rules of lines.
  scope.eligibleLines = lines;
  scope.eligibleCompanies = withLine;
  forget(scope);
  const companies = pass(
    scope,
    required.filter((s) => s.of === 'company'),
    'company',
    withLine,
  );
  scope.eligibleCompanies = companies;
  scope.eligibleLines =
    companies === lines ? lines : lines.map((flag, line) => flag & companies[market.companyOf[line]!]!);
  forget(scope);
}

function pass(scope: Scope, screens: PlanScreen[], of: 'line' | 'company', start: Flags): Flags {
  const left = start.slice();
  const incumbents = of === 'line' ? scope.incumbentLines : scope.incumbentCompanies;
  // Those that look over windows come last: all have to hold, so the order decides nothing, and fewer are left to look at.
  const costly = (screen: PlanScreen) => Number(conditions(screen).some((c) => readsWindows(c, scope.session)));
  for (const screen of screens.toSorted((a, b) => costly(a) - costly(b))) apply(scope, screen, of, left, incumbents);
  return left;
}

function apply(scope: Scope, screen: PlanScreen, of: 'line' | 'company', left: Flags, incumbents: Flags): void {
  const frame = referenceFrame(scope);
  const drop = (condition: PlanScreen['everyone'], who: 'all' | 'constituents' | 'newcomers') => {
    if (condition === undefined) return;
    const wanted = who === 'all' ? left : flagsWhere(left, incumbents, who === 'constituents' ? 1 : 0);
    const met = holds(frame, condition, of, wanted);
    for (let i = 0; i < left.length; i += 1) left[i] = left[i]! & (met[i]! | (wanted[i]! ^ 1));
  };
  drop(screen.everyone, screen.constituents === undefined ? 'all' : 'newcomers');
  drop(screen.constituents, 'constituents');
  drop(screen.newcomers, 'newcomers');
}

function conditions(screen: PlanScreen) {
  return [screen.everyone, screen.constituents, screen.newcomers].filter((c) => c !== undefined);
}
