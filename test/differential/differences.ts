import { isoDate } from '../../src/calendar/index.ts';
import { reviewOn, runPlan } from '../../src/engine/index.ts';
import type { Plan } from '../../src/plan/index.ts';
import { planEvents } from '../../src/plan/plan-events.ts';
import { referenceReview, referenceRun } from '../../src/reference/index.ts';
import { type TinyMarket, tinyMarket } from '../support/tiny-market.ts';
import { ordered, resultOf } from './agreement.ts';
import { random } from './random.ts';

/** What one comparison came to: where the two differ (nowhere, it is hoped), and whether there was a result or a failure. */
export type Compared = { what: string; differences: string[]; outcome: string };

/** The whole run of a plan, and one review of it on its own, by the engine, by the engine in decimals, and by the reference. */
export function compareAll(plan: Plan, tiny: TinyMarket, seed: number): Compared[] {
  const market = tinyMarket(tiny);
  const options = { from: tiny.days[0]!, to: tiny.days.at(-1)!, decisions: 'all' as const };
  const compared = compare('run', [
    () => referenceRun(plan, market, options),
    () => runPlan(plan, market, options).toRun(),
    () => runPlan(plan, market, { ...options, exact: true }).toRun(),
  ]);
  const review = oneReview(plan, tiny, seed);
  if (review === undefined) return [compared];
  return [
    compared,
    compare(`review ${JSON.stringify(review)}`, [
      () => referenceReview(plan, market, review),
      () => reviewOn(plan, market, review),
      () => reviewOn(plan, market, { ...review, exact: true }),
    ]),
  ];
}

function compare(what: string, [reference, engine, exact]: [() => unknown, () => unknown, () => unknown]): Compared {
  const expected = ordered(resultOf(reference));
  const differences = [
    ...differencesOf(expected, ordered(resultOf(engine))).map((text) => `engine ${text}`),
    ...differencesOf(expected, ordered(resultOf(exact))).map((text) => `exact engine ${text}`),
  ];
  const failed = (expected as { failed?: string }).failed;
  return { what, differences, outcome: failed ?? 'result' };
}

/** A review that the plan has, with incumbents of its own now and then. */
function oneReview(plan: Plan, tiny: TinyMarket, seed: number) {
  const r = random(seed);
  const market = tinyMarket(tiny);
  const range = { from: market.days[0]!, to: market.days.at(-1)! };
  const events = planEvents(plan, range, market.decisions);
  if (events.length === 0) return undefined;
  const certain = events.filter((one) => plan.events.some((e) => e.name === one.event && e.when === undefined));
  const { effective, event } = r.pick(certain.length > 0 && r.chance(0.85) ? certain : events);
  const holding = (line: string) => ({ line, indexShares: String(r.int(1, 9000) / 10), capFactor: '0.9' });
  const incumbents = r.chance(0.5)
    ? market.lines.ids.filter(() => r.chance(0.4)).map((line) => (r.chance(0.5) ? holding(line) : { line }))
    : undefined;
  return {
    on: isoDate(effective),
    event,
    ...(incumbents === undefined ? {} : { incumbents }),
    decisions: r.pick(['all', 'selected'] as const),
  };
}

function toldShort(result: object): string {
  return 'failed' in result ? `the failure ${String(result.failed)}` : 'a result';
}

/** Where two plain values differ, each place with both values; at most 12 of them. */
export function differencesOf(expected: unknown, found: unknown, at = ''): string[] {
  if (Object.is(expected, found)) return [];
  if (typeof expected !== 'object' || typeof found !== 'object' || expected === null || found === null)
    return [`${at}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`];
  if ('failed' in expected !== 'failed' in found)
    return [`${at}: ${toldShort(found)} instead of ${toldShort(expected)}`];
  const [a, b] = [expected as Record<string, unknown>, found as Record<string, unknown>];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => differencesOf(a[key], b[key], `${at}/${key}`)).slice(0, 12);
}
