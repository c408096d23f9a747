import { forget } from '../session/forget.ts';
import type { Scope } from '../session/scope.ts';
import { screensAt, decideEligibility } from './eligibility.ts';
import { companiesOf, type Flags } from './flags.ts';
import { select, type Selected, selectionsAt } from './selection.ts';

/** Every selection of an event, and the lines that come into the basket, in the order of ids. */
export type Chosen = { selected: Selected[]; main: Selected | undefined; lines: number[] };

/** Decides who is eligible and runs the selections of an event. */
export function choose(scope: Scope): Chosen {
  decideEligibility(scope);
  const selected: Selected[] = [];
  for (const selection of selectionsAt(scope)) {
    const one = select(scope, selection);
    selected.push(one);
    if (selection.set !== 'constituents') scope.sets.set(selection.set, one.members);
    forget(scope);
  }
  const main = selected.find((one) => one.selection.set === 'constituents');
  const lines = linesOf(scope, main);
  const flags = new Uint8Array(scope.universeLines.length);
  for (const line of lines) flags[line] = 1;
  const { market } = scope.session;
  scope.selected = main?.members ?? {
    of: 'line',
    lines: flags,
    companies: companiesOf(market.companyOf, flags, market.companies.ids.length),
    membership: new Map(),
  };
  scope.basketLines = flags;
  if (main !== undefined) scope.sets.set('constituents', main.members);
  forget(scope);
  return { selected, main, lines };
}

function linesOf(scope: Scope, main: Selected | undefined): number[] {
  const { market } = scope.session;
  const listed = (line: number) =>
    market.listedFrom[line]! <= scope.reference && scope.reference <= market.listedUntil[line]!;
  const all = () => Array.from(market.companyOf.keys());
  if (main === undefined) return all().filter((line) => scope.incumbentLines[line] === 1 && listed(line));
  if (main.selection.of === 'line') return flagged(main.members.lines);
  const rules = scope.session.plan.screens.length > 0 && screensAt(scope).some((screen) => screen.force === 'require');
  const own = new Map<number, number[]>();
  for (const line of all()) {
    const company = market.companyOf[line]!;
    if (main.members.companies[company] === 1) own.set(company, [...(own.get(company) ?? []), line]);
  }
  const lines = [...own.values()].flatMap((candidates) => {
    const had = candidates.filter((line) => scope.incumbentLines[line] === 1 && listed(line));
    const eligible = candidates.filter((line) => scope.eligibleLines?.[line] === 1);
    if (had.length > 0 && (!rules || eligible.length === 0)) return had;
    if (eligible.length > 0) return eligible;
    const inUniverse = candidates.filter((line) => scope.universeLines[line] === 1);
    return inUniverse.length > 0 ? inUniverse : candidates.filter(listed);
  });
  return lines.sort((a, b) => a - b);
}

/** The places that are flagged, in order. */
function flagged(flags: Flags): number[] {
  const found: number[] = [];
  for (let i = 0; i < flags.length; i += 1) if (flags[i] === 1) found.push(i);
  return found;
}
