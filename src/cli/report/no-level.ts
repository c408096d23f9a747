import { epochDay, isoDate } from '../../calendar/index.ts';
import { listed } from '../../explain/index.ts';
import { failure, type RulebookFailure } from '../../diagnostics/index.ts';
import type { Market } from '../../market/index.ts';
import { planEvents } from '../../plan/plan-events.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Run } from '../../run/run.ts';

const reach = 400;

/**
 * What to say of a run without any level: whether prices, the base date or a basket was lacking, and when there will be
 * one.
 */
export function noLevel(asked: { from: string; to: string }, plan: Plan, run: Run, market: Market): RulebookFailure {
  const { base } = plan.level;
  const [first, last] = [market.days[0], market.days.at(-1)];
  const selecting = selectingEvents(plan);
  const told = (why: string, help: string) =>
    failure({
      code: 'RB7903',
      severity: 'error',
      message: `There is no level from ${asked.from} to ${asked.to}`,
      spans: [],
      why,
      help,
    });
  if (run.to < run.from)
    return told(`the index begins on its base date, ${base.date}`, `Give a \`--to\` after ${base.date}`);
  if (first === undefined || last === undefined)
    return told(`the data set has no price up to ${run.to}`, 'Choose later days, or give the data set earlier prices');
  const prices = `the prices of the data set begin on ${isoDate(first)}`;
  if (epochDay(run.to) < first) return told(prices, 'Choose days from then on');
  const events = [...new Set(run.reviews.map((review) => `\`${review.event}\``))];
  const weighed =
    events.length === 0
      ? `no review took place from ${run.from} to ${run.to}`
      : `${listed(events)} took place, but selected nobody`;
  const before = epochDay(run.from) - 1;
  const published = market.constituents.some(
    ({ index, from, until }) => index === plan.index.id && from <= before && before < until,
  );
  const lacking = published ? '' : `, and the data set has no published constituents of \`${plan.index.id}\` before`;
  const idle = run.reviews.find((review) => selecting.has(review.event));
  const near = nearby(plan, market, run, selecting);
  return told(
    `an index has a level from its first basket on: ${weighed}${lacking}`,
    idle !== undefined
      ? `\`rulebook review\` with \`--on ${idle.dates.effective}\` tells how many each rule left out`
      : near === ''
        ? 'Choose days with a review that selects constituents'
        : `Begin the run ${near}`,
  );
}

/** Events at which constituents are selected. */
function selectingEvents(plan: Plan): Set<string> {
  const all = plan.events.map((event) => event.name);
  return new Set(plan.selections.filter((s) => s.set === 'constituents').flatMap((s) => s.at ?? all));
}

/** When a run would have a basket: at the last review before that selects, or up to the next one. */
function nearby(plan: Plan, market: Market, run: Run, selecting: ReadonlySet<string>): string {
  const [from, to] = [epochDay(run.from), epochDay(run.to)];
  const earliest = Math.max(epochDay(plan.level.base.date), from - reach);
  try {
    const events = planEvents(plan, { from: earliest, to: to + reach }, market.decisions, market.calendars);
    const choosing = events.filter((event) => selecting.has(event.event));
    const before = choosing.findLast((event) => event.effective < from);
    const after = choosing.find((event) => event.effective > to);
    const parts = [
      ...(before === undefined ? [] : [`by ${isoDate(before.effective)} (\`${before.event}\`)`]),
      ...(after === undefined ? [] : [`or go on beyond ${isoDate(after.effective)} (\`${after.event}\`)`]),
    ];
    return parts.join(', ').replace(/^or go on/, 'so that it goes on');
  } catch {
    return '';
  }
}
