import { isoDate, type TimelineEvent } from '../../calendar/index.ts';
import { holds } from '../columns/evaluate.ts';
import { exactValue } from '../exact/exact-value.ts';
import { currencyOf } from '../path/prices.ts';
import { inForce } from '../session/in-force.ts';
import { referenceFrame, type Scope } from '../session/scope.ts';
import type { Session } from '../session/session.ts';
import { universeAt } from '../session/versions.ts';
import { companiesOf, type Flags } from './flags.ts';
import type { Incumbents } from './incumbents.ts';

/** The reference date of an event; without one the index day before it takes effect. */
export function referenceOf(session: Session, event: TimelineEvent): number {
  return event.dates.reference ?? session.calendar.shift(event.effective, -1);
}

/** Whether index days went by between the last day of the market data and the reference date of an event. */
export function liesAfterData(session: Session, event: TimelineEvent): boolean {
  const last = session.market.days.at(-1) ?? Number.POSITIVE_INFINITY;
  const reference = referenceOf(session, event);
  return last < reference && session.calendar.sessionsBetween(last + 1, reference).length > 0;
}

/** What the rules see at an event before any of them has run: its dates, the incumbents and the universe. */
export function openScope(
  session: Session,
  event: TimelineEvent,
  incumbents: Incumbents,
  earlier: Scope | undefined,
): Scope {
  const { market } = session;
  const reference = referenceOf(session, event);
  const n = market.lines.ids.length;
  const lines = new Uint8Array(n);
  const { pricedIn, where } = universeAt(session, event.effective) ?? {};
  const { listedFrom, listedUntil } = market;
  for (let line = 0; line < n; line += 1) {
    lines[line] = +(listedFrom[line]! <= reference) & +(reference <= listedUntil[line]!);
  }
  const scope: Scope = {
    session,
    event: event.event,
    dates: event.dates,
    effective: event.effective,
    reference,
    knownBy: event.dates.announce ?? event.effective,
    universeLines: lines,
    universeCompanies: companiesOf(market.companyOf, lines, market.companies.ids.length),
    incumbentLines: incumbents.lines,
    incumbentCompanies: incumbents.companies,
    joined: incumbents.joined,
    basketOn: incumbents.basketOn,
    eligibleLines: undefined,
    eligibleCompanies: undefined,
    sets: new Map(),
    selected: undefined,
    basketLines: undefined,
    frames: new Map(),
    groupings: new Map(),
    earlier,
  };
  if (where === undefined && pricedIn === undefined) return scope;
  const met = where === undefined ? lines : holds(referenceFrame(scope), where, 'line', lines);
  // Values found while every listed line counted are forgotten.
  scope.frames.clear();
  scope.groupings.clear();
  const priced = pricedIn === undefined ? undefined : tradingIn(session, pricedIn);
  const inside = new Uint8Array(n);
  for (let line = 0; line < n; line += 1)
    inside[line] = lines[line]! & met[line]! & (priced === undefined ? 1 : priced[line]!);
  scope.universeLines = inside;
  scope.universeCompanies = companiesOf(market.companyOf, inside, market.companies.ids.length);
  return scope;
}

const trading = new WeakMap<Session, Map<string, Flags>>();

/** The lines that trade in a currency, found once. */
function tradingIn(session: Session, currency: string): Flags {
  const known = trading.get(session) ?? new Map<string, Flags>();
  trading.set(session, known);
  let flags = known.get(currency);
  if (flags === undefined) {
    flags = Uint8Array.from(session.market.lines.ids, (_, line) => (currencyOf(session, line) === currency ? 1 : 0));
    known.set(currency, flags);
  }
  return flags;
}

/** Whether an event takes place: its condition, if it has one, holds. */
export function takesPlace(scope: Scope): boolean {
  const event = scope.session.plan.events.find((e) => e.name === scope.event && inForce(e, scope.effective));
  if (event?.when === undefined) return true;
  const outcome = exactValue(referenceFrame(scope), event.when, 0);
  if (outcome === undefined) {
    const example = `${scope.event} ${isoDate(scope.effective)}`;
    scope.session.warnings.add('RB7104', 'the condition of an event is unknown', example);
  }
  return outcome === true;
}
