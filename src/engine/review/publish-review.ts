import { isoDate } from '../../calendar/index.ts';
import type { Rounding } from '../../model/section.ts';
import type { BasketRow, LimitTrace, Review } from '../../run/run.ts';
import { compareDecimals, Decimal, rounded40, roundToDecimals, zero } from '../numbers/decimal.ts';
import { nearText } from '../numbers/publish.ts';
import type { Near } from '../numbers/numbers.ts';
import { actionsBetween, leaving } from '../path/policy.ts';
import { priceOn } from '../path/prices.ts';
import { noPrice } from '../weights/weight-failures.ts';
import type { Outcome } from './outcome.ts';
import { particularsOf } from './particulars.ts';
import { plainText } from './plain-text.ts';

/**
 * An outcome as it is published: identifiers, ISO dates and decimal text; `about` names the lines whose particulars are
 * told.
 */
export function publishReview(outcome: Outcome, decisions: Review['decisions'], about?: string[]): Review {
  const { scope, incumbents, chosen } = outcome;
  const { market, plan } = scope.session;
  const domain = plan.selections.find((s) => s.set === 'constituents')?.of ?? 'line';
  const { ids } = domain === 'line' ? market.lines : market.companies;
  const named = (flags: Uint8Array, others: number[] = []) => {
    const lines = [...flags.keys()].filter((line) => flags[line] === 1).concat(others);
    return new Set(lines.map((line) => ids[domain === 'line' ? line : market.companyOf[line]!]!));
  };
  const before = named(incumbents.lines);
  const after = named(scope.basketLines ?? new Uint8Array(0), outcome.lines);
  return {
    id: `${scope.event} ${isoDate(scope.effective)}`,
    event: scope.event,
    dates: Object.fromEntries(Object.entries(scope.dates).map(([name, day]) => [name, isoDate(day)])),
    incumbents: incumbents.from,
    basket: basketRows(outcome),
    additions: [...after].filter((id) => !before.has(id)).sort(byCodeUnit),
    deletions: [...before].filter((id) => !after.has(id)).sort(byCodeUnit),
    gone: goneBy(outcome).map((line) => market.lines.ids[line]!),
    reserve: (chosen.main?.reserve ?? []).map((entity) => ids[entity]!),
    limits: limitTraces(outcome),
    decisions,
    ...(about === undefined
      ? {}
      : { particulars: about.map((line) => particularsOf(outcome, market.lines.index.get(line)!)) }),
  };
}

/** Lines with new index shares that leave between the reference and the effective date. */
function goneBy({ scope, fresh }: Outcome): number[] {
  const { session, reference, effective } = scope;
  const left = new Set(
    actionsBetween(session.market, reference, effective).flatMap((a) => (leaving.includes(a.kind) ? [a.line] : [])),
  );
  return fresh.lines.filter((line) => left.has(line));
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function basketRows(outcome: Outcome): BasketRow[] {
  const { scope, lines, fresh, memberships, weighting } = outcome;
  const { market } = scope.session;
  const { near } = fresh;
  const place = new Map(fresh.lines.map((line, i) => [line, i]));
  const rounding = weighting?.roundShares;
  const shown = near.after.length === 0 ? stayingRows(outcome) : undefined;
  return lines.map((line) => {
    const i = place.get(line) ?? -1;
    const stays = shown?.get(line);
    const text = (value: Near, exact: () => Decimal, decimals: number) =>
      nearText(value, 4 * near.error, decimals) ?? fixed(exact(), decimals);
    return {
      line: market.lines.ids[line]!,
      symbol: market.symbolOf(line, scope.effective),
      company: market.companies.ids[market.companyOf[line]!]!,
      membership: plainText((stays?.membership ?? memberships.get(line))!),
      weight:
        stays === undefined ? text(near.after.at(i), () => fresh.exact().after.at(i), 12) : fixed(stays.weight, 12),
      indexShares:
        stays !== undefined
          ? sharesText(stays.shares, rounding)
          : rounding !== undefined
            ? fixed(near.shares.at(i).exact ?? fresh.exact().shares.at(i), rounding.decimals)
            : atPowerOfTen(near.shares.at(i).hi)
              ? sharesText(fresh.exact().shares.at(i), undefined)
              : text(near.shares.at(i), () => fresh.exact().shares.at(i), digitsOf(near.shares.at(i).hi)),
      capFactor:
        stays === undefined
          ? text(near.capFactors.at(i), () => fresh.exact().capFactors.at(i), 12)
          : fixed(stays.capFactor, 12),
    };
  });
}

type Shown = { shares: Decimal; weight: Decimal; capFactor: Decimal; membership: Decimal };

/** Where no weighting of everyone ran: index shares held or new, and weights at the prices of the index day before. */
function stayingRows(outcome: Outcome): Map<number, Shown> {
  const { scope, lines, stay, fresh, memberships } = outcome;
  const { session } = scope;
  const day = session.calendar.shift(scope.effective, -1);
  const held = scope.basketOn(day)?.exact().holdings;
  const exact = fresh.exact();
  const place = new Map(fresh.lines.map((line, i) => [line, i]));
  const rows = new Map<number, Shown>();
  let total = zero;
  for (const line of lines) {
    const own = held?.get(line);
    const i = place.get(line) ?? -1;
    const shares = stay.has(line) ? own!.shares : exact.shares.at(i);
    const price = priceOn(session, line, day);
    if (price === undefined) throw noPrice(scope, line, day);
    const weight = shares.times(price);
    total = total.plus(weight);
    rows.set(line, {
      shares,
      weight,
      capFactor: stay.has(line) ? own!.capFactor : exact.capFactors.at(i),
      membership: stay.has(line) ? own!.membership : memberships.get(line)!,
    });
  }
  for (const row of rows.values()) row.weight = row.weight.div(total);
  return rows;
}

function limitTraces(outcome: Outcome): LimitTrace[] {
  const { near } = outcome.fresh;
  const weight = (value: Near, exact: () => Decimal) => nearText(value, 4 * near.error, 12) ?? fixed(exact(), 12);
  return near.traces.map((trace, t) => {
    const exact = () => outcome.fresh.exact().traces[t]!;
    const { observed, bound, changes, block, stage, pointer, round, fired, cohort, nameOf, outcome: outcomeOf } = trace;
    return {
      block,
      stage,
      pointer,
      round,
      fired,
      ...(observed === undefined ? {} : { observed: weight(observed, () => exact().observed!) }),
      ...(bound === undefined ? {} : { bound: weight(bound, () => exact().bound!) }),
      cohort: cohort.map(nameOf),
      changes: (changes?.items ?? []).map((item, c) => ({
        item: nameOf(item),
        before: weight(changes!.before.at(item), () => exact().changes!.before.at(item)),
        after: weight(changes!.after.at(item), () => exact().changes!.after.at(item)),
        how: changes!.how[c]!,
      })),
      ...(outcomeOf === undefined ? {} : { outcome: outcomeOf }),
    };
  });
}

/** To so many decimals, rounded half up. */
export function fixed(value: Decimal, decimals: number): string {
  return rounded40(value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed(decimals);
}

function sharesText(value: Decimal, rounding: Rounding | undefined): string {
  if (rounding !== undefined)
    return roundToDecimals(value, rounding.decimals, rounding.mode).toFixed(rounding.decimals);
  return fixed(value, compareDecimals(value, zero) === 0 ? 6 : Math.max(6, 11 - rounded40(value).e));
}

/** Where a double can't say how many digits the value has before its decimals. */
function atPowerOfTen(value: number): boolean {
  const power = Math.round(Math.log10(value));
  return Math.abs(value / 10 ** power - 1) < 1e-9;
}

/** Decimals that show 12 significant digits, at least 6. */
function digitsOf(value: number): number {
  return value === 0 ? 6 : Math.max(6, 11 - Math.floor(Math.log10(value)));
}
