import type { DecisionRecord, Review } from '../../src/run/run.ts';
import type { Fact } from './case-file.ts';
import type { Result } from './run-case.ts';
import { isMeasure, measureOf } from './with-measures.ts';
import { asWritten } from './written.ts';

type Expected = Omit<Fact, 'fact' | 'source' | 'at'>;

/** What a fact expects, without what is said about it. */
export function expected({ fact: _fact, source: _source, at: _at, ...rest }: Fact): Expected {
  return rest;
}

/** The same keys with what came out: equal to what is expected exactly where the fact holds. */
export function found(fact: Fact, result: Result): Expected {
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(expected(fact)) as (keyof Expected)[]) out[key] = outcome(key, fact, result);
  return out as Expected;
}

function outcome(key: keyof Expected, fact: Fact, result: Result): unknown {
  const review = () => reviewOf(fact, result);
  const records = () => review().decisions;
  switch (key) {
    case 'events':
      return result.events.map((event, i) => only(event, Object.keys(fact.events?.[i] ?? event)));
    case 'reviews':
      return result.reviews.map(({ id }) => id);
    case 'dates':
      return only(review().dates, Object.keys(fact.dates ?? {}));
    case 'selected':
      return fact.selected?.filter((id) => isIn(review(), id));
    case 'not_selected':
      return fact.not_selected?.filter((id) => !isIn(review(), id));
    case 'additions':
      return sortedLike(fact.additions, review().additions);
    case 'deletions':
      return sortedLike(fact.deletions, review().deletions);
    case 'lines':
      return review().basket.length;
    case 'sets':
      return mapped(fact.sets, (ids, set) => ({
        ...(ids.in === undefined ? {} : { in: ids.in.filter((id) => inSet(records(), set, id)) }),
        ...(ids.out === undefined ? {} : { out: ids.out.filter((id) => !inSet(records(), set, id)) }),
      }));
    case 'eligible':
      return fact.eligible?.filter((id) => of(records(), id).every((record) => record.eligible));
    case 'fails':
      return mapped(fact.fails, (rules, id) => sortedLike(rules, failed(records(), id)));
    case 'ranks':
      return mapped(fact.ranks, (ranks, name) =>
        mapped(ranks, (_, id) => of(records(), id).find((r) => r.ranks[name] !== undefined)?.ranks[name]),
      );
    case 'measures':
      return mapped(fact.measures, (values, name) =>
        mapped(values, (value, id) => asWritten(measureOf(records(), name, id), value)),
      );
    case 'basket':
      return mapped(fact.basket, (row, line) => {
        const held = review().basket.find((r) => r.line === line);
        const numbers = { ...held, index_shares: held?.indexShares, cap_factor: held?.capFactor };
        return mapped(row, (value, column) => asWritten(numbers[column as keyof typeof row], value ?? ''));
      });
    case 'levels':
      return mapped(fact.levels, (value, date) =>
        asWritten(result.levels.find((level) => level.date === date)?.price, value),
      );
    case 'divisors':
      return Object.fromEntries(
        result.divisors.map(({ date, divisor }) => [date, asWritten(divisor, fact.divisors?.[date] ?? divisor)]),
      );
    default:
      return key satisfies never;
  }
}

function reviewOf({ at }: Fact, { reviews }: Result): Review {
  const review = at === undefined && reviews.length === 1 ? reviews[0] : reviews.find(({ id }) => id === at);
  if (review === undefined) throw new Error(`there is no review \`${at ?? 'to speak of'}\` among ${reviews.length}`);
  return review;
}

function isIn(review: Review, id: string): boolean {
  return review.basket.some((row) => row.line === id || row.company === id);
}

/** The records of a line or company; one that the review does not know is a mistake of the case. */
function of(records: DecisionRecord[], id: string): DecisionRecord[] {
  const own = records.filter((record) => record.id === id);
  if (own.length === 0) throw new Error(`the review looked at no \`${id}\``);
  return own;
}

function inSet(records: DecisionRecord[], set: string, id: string): boolean {
  return of(records, id).some((r) => r.tiers.some((tier) => tier.set === set && tier.result === 'selected'));
}

function failed(records: DecisionRecord[], id: string): string[] {
  const rules = of(records, id).flatMap((record) => record.rules);
  return rules.filter((r) => r.force === 'require' && r.outcome !== 'yes' && !isMeasure(r.rule)).map((r) => r.rule);
}

/** What is found, first in the order in which it is expected, so that only the difference shows. */
function sortedLike(ids: string[] | undefined, all: string[]): string[] {
  const wanted = ids ?? [];
  return [...wanted.filter((id) => all.includes(id)), ...all.filter((id) => !wanted.includes(id))];
}

function only(of: Record<string, string>, keys: string[]): Record<string, string | undefined> {
  return Object.fromEntries(keys.map((key) => [key, of[key]]));
}

function mapped<T, U>(of: Record<string, T> | undefined, change: (value: T, key: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(of ?? {}).map(([key, value]) => [key, change(value, key)]));
}

/** Whether a fact is about what the decision records tell. */
export function needsRecords({ sets, eligible, fails, ranks, measures }: Fact): boolean {
  return [sets, eligible, fails, ranks, measures].some((part) => part !== undefined);
}
