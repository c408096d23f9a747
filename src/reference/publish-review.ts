import { isoDate } from '../calendar/index.ts';
import type { Review as Published } from '../run/run.ts';
import { mainOf } from './choose.ts';
import { LEAVING } from './actions/policy.ts';
import type { Outcome } from './outcome.ts';
import { plainText, sharesText, weightText } from './published.ts';

/** An outcome as it is published: identifiers, ISO dates and decimal text. */
export function publishReview(outcome: Outcome, decisions: Published['decisions']): Published {
  const { review, incumbents, basket, picked, traces, weighting } = outcome;
  const { market, plan } = review;
  const domain = plan.selections.find((s) => s.set === 'constituents')?.of ?? 'line';
  const named = (lines: Iterable<number>) =>
    new Set(
      [...lines].map((l) => (domain === 'line' ? market.lines.ids[l]! : market.companies.ids[market.companyOf[l]!]!)),
    );
  const before = named(incumbents.lines);
  const after = named([...(review.selectedLines ?? []), ...basket.keys()]);
  const main = mainOf(picked);
  const reserve =
    main === undefined
      ? []
      : main.order.filter((m) => main.ranks.has(m) && !main.chosen.has(m) && !main.dropped.has(m));
  const table = domain === 'line' ? market.lines : market.companies;
  return {
    id: `${review.event} ${isoDate(review.effective)}`,
    event: review.event,
    dates: Object.fromEntries(Object.entries(review.dates).map(([name, day]) => [name, isoDate(day)])),
    incumbents: incumbents.from,
    basket: [...basket]
      .toSorted(([a], [b]) => a - b)
      .map(([line, holding]) => ({
        line: market.lines.ids[line]!,
        symbol: market.symbolOf(line, review.effective),
        company: market.companies.ids[market.companyOf[line]!]!,
        membership: plainText(holding.membership),
        weight: weightText(holding.weight),
        indexShares: sharesText(holding.shares, weighting?.roundShares),
        capFactor: weightText(holding.capFactor),
      })),
    additions: sorted([...after].filter((id) => !before.has(id))),
    deletions: sorted([...before].filter((id) => !after.has(id))),
    gone: goneBy(outcome),
    reserve: reserve.slice(0, main?.selection.reserve ?? 0).map((member) => table.ids[member]!),
    limits: traces,
    decisions,
  };
}

/** Lines with new index shares that leave the market after the reference date, by the effective date. */
function goneBy({ review, fresh }: Outcome): string[] {
  const { market, asOf, effective } = review;
  const left = market.actions.filter((a) => LEAVING.includes(a.kind) && a.exDate > asOf && a.exDate <= effective);
  const lines = new Set(left.map((action) => action.line));
  return [...fresh.keys()]
    .filter((line) => lines.has(line))
    .toSorted((a, b) => a - b)
    .map((line) => market.lines.ids[line]!);
}

function sorted(ids: string[]): string[] {
  return ids.toSorted((a, b) => (a < b ? -1 : 1));
}
