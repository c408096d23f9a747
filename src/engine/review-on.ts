import { epochDay, isoDate, type TimelineEvent } from '../calendar/index.ts';
import type { Market } from '../market/index.ts';
import type { Plan } from '../plan/plan.ts';
import { planEvents } from '../plan/plan-events.ts';
import type { Review } from '../run/run.ts';
import { Decimal, one } from './numbers/decimal.ts';
import { ddOfDecimal } from './numbers/double-double.ts';
import type { Near } from './numbers/numbers.ts';
import type { Basket, Holding } from './path/basket.ts';
import { choose } from './review/choose.ts';
import { decisionRecords, type Decisions } from './review/decision-records.ts';
import { dayOfIncumbents, type Incumbents, incumbentsOf, nobody, publishedIncumbents } from './review/incumbents.ts';
import { liesAfterData, openScope, referenceOf, takesPlace } from './review/open-scope.ts';
import { publishReview } from './review/publish-review.ts';
import { empty, weigh } from './review/weigh.ts';
import { openSession } from './session/open-session.ts';
import { problem } from './session/problem.ts';
import type { Scope } from './session/scope.ts';
import type { Session } from './session/session.ts';

/** A constituent before the review, by line; index shares and cap factor where they are known. */
export type GivenIncumbent = { line: string; indexShares?: string; capFactor?: string; membership?: string };

export type ReviewOptions = {
  /** ISO date on which the event is effective. */
  on: string;
  event?: string;
  incumbents?: GivenIncumbent[];
  decisions?: Decisions;
  /** Lines, by id, of which the particulars are told too. */
  about?: string[];
  /** Decide everything in decimals. */
  exact?: boolean;
};

/**
 * The review effective on a date, on its own. Incumbents are those given, else the data set's published constituents of the
 * day before, else what the earlier events selected. Throws where no event is effective then, and wherever rules cannot be met (RB7…).
 */
export function reviewOn(plan: Plan, market: Market, options: ReviewOptions): Review {
  const session = openSession(plan, market, { exact: options.exact === true });
  const on = epochDay(options.on);
  const first = market.days[0] ?? on;
  const all = planEvents(plan, { from: first, to: on }, market.decisions, market.calendars);
  const target = all.findLast((e) => e.effective === on && (options.event === undefined || e.event === options.event));
  if (target === undefined) {
    const what = options.event === undefined ? 'event' : `\`${options.event}\``;
    throw problem('noSuchEvent', `no ${what} is effective on ${options.on}`);
  }
  reachesData(session, target);
  const events = all.filter((event) => referenceOf(session, event) >= first);
  const index = plan.index.id;
  const given = options.incumbents === undefined ? undefined : givenIncumbents(session, options.incumbents);
  const own = given ?? publishedIncumbents(market, index, dayOfIncumbents(market, on));
  let earlier: Scope | undefined;
  let chained = nobody(market);
  if (own === undefined || session.looksBack) {
    for (const event of events.slice(0, events.indexOf(target))) {
      const before = publishedIncumbents(market, index, dayOfIncumbents(market, event.effective)) ?? chained;
      const scope = openScope(session, event, before, earlier);
      if (!takesPlace(scope)) continue;
      choose(scope);
      earlier = scope;
      chained = selectedBy(scope);
    }
  }
  const incumbents = own ?? stillListed(market, chained, referenceOf(session, target));
  const { decisions = 'none' } = options;
  const telling = { ...session, tellsAll: decisions === 'all', tells: decisions !== 'none' };
  const scope = openScope(telling, target, incumbents, earlier);
  if (!takesPlace(scope)) {
    throw problem('noSuchEvent', `the condition of \`${target.event}\` does not hold on ${isoDate(scope.reference)}`);
  }
  const outcome = weigh(scope, incumbents, choose(scope));
  if (outcome.chosen.main !== undefined && outcome.lines.length === 0) throw empty(scope);
  return publishReview(outcome, decisionRecords(outcome, decisions), options.about);
}

/** Throws where the market data do not reach the reference date of an event. */
function reachesData(session: Session, event: TimelineEvent): void {
  const { days } = session.market;
  const reference = referenceOf(session, event);
  const what = `the reference date of \`${event.event}\` effective on ${isoDate(event.effective)} is ${isoDate(reference)}`;
  if (days.length === 0)
    throw problem('reviewBeforeData', `${what}, and there are no prices up to ${isoDate(event.effective)}`);
  if (reference < days[0]!) throw problem('reviewBeforeData', `${what}, and the prices begin on ${isoDate(days[0]!)}`);
  if (liesAfterData(session, event))
    throw problem('reviewAfterData', `${what}, and the prices end on ${isoDate(days.at(-1)!)}`);
}

function selectedBy(scope: Scope): Incumbents {
  const lines = flagged(scope.basketLines ?? new Uint8Array(0));
  const joined = new Map(lines.map((line) => [line, scope.joined.lines.get(line) ?? scope.effective]));
  return incumbentsOf(
    scope.session.market,
    lines.length === 0 ? 'none' : 'previous review',
    joined,
    lines,
    () => undefined,
  );
}

function stillListed(market: Market, incumbents: Incumbents, day: number): Incumbents {
  const lines = flagged(incumbents.lines).filter((l) => market.listedFrom[l]! <= day && day <= market.listedUntil[l]!);
  const from = lines.length === 0 ? 'none' : incumbents.from;
  return { ...incumbentsOf(market, from, incumbents.joined.lines, lines, () => undefined), joined: incumbents.joined };
}

function flagged(flags: Uint8Array): number[] {
  return Array.from(flags.keys()).filter((i) => flags[i] === 1);
}

function givenIncumbents(session: Session, given: GivenIncumbent[]): Incumbents {
  const { market } = session;
  const exact = new Map<number, Holding<Decimal>>();
  const lines = given.map(({ line: id, indexShares, capFactor, membership }) => {
    const line = market.lines.index.get(id);
    if (line === undefined) throw problem('unknownSubject', `the incumbent \`${id}\` is no line of the data set`);
    if (indexShares !== undefined) {
      const number = (text: string | undefined) => (text === undefined ? one : new Decimal(text));
      exact.set(line, {
        line,
        shares: new Decimal(indexShares),
        capFactor: number(capFactor),
        membership: number(membership),
      });
    }
    return line;
  });
  const near = new Map<number, Holding<Near>>();
  for (const [line, h] of exact) {
    near.set(line, { ...h, shares: ddOfDecimal(h.shares), capFactor: ddOfDecimal(h.capFactor) });
  }
  const basket: Basket = {
    from: 0,
    near: { holdings: near, divisor: undefined },
    exact: () => ({ holdings: exact, divisor: undefined }),
  };
  const from = lines.length === 0 ? 'none' : 'previous review';
  return incumbentsOf(market, from, new Map(), lines, () => (exact.size === 0 ? undefined : basket));
}
