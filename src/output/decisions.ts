import type { DecisionRecord, Review } from '../run/run.ts';
import { exactNumber } from './json-text.ts';

/** What the rules decided about one line or company, as it stands in `decisions.jsonl`. */
export function decisionObject(record: DecisionRecord): object {
  return {
    review: record.review,
    of: record.of,
    id: record.id,
    symbol: record.symbol,
    incumbent: record.incumbent,
    eligible: record.eligible,
    rules: record.rules.map(({ rule, pointer, force, outcome, compared }) => ({
      rule,
      pointer,
      force,
      outcome,
      compared,
    })),
    ranks: record.ranks,
    tiers: record.tiers,
    membership: exactNumber(record.membership),
  };
}

/** `decisions.jsonl`: one object on each line; the text comes review by review. */
export function* decisionsJsonl(reviews: Iterable<Review>): Generator<string> {
  for (const { decisions } of reviews) {
    let text = '';
    for (const record of decisions) text += `${JSON.stringify(decisionObject(record))}\n`;
    yield text;
  }
}
