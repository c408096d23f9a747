import { isoDate } from '../calendar/index.ts';
import type { Decision } from '../market/index.ts';
import type { Plan } from '../plan/plan.ts';
import type { Review, Run } from '../run/run.ts';

/** Decisions that entered the run, in their order: those of an event that took place then, or of a divisor or change on the next index day. */
export function overrides(plan: Plan, run: Run, decisions: Decision[]) {
  return decisions
    .filter((d) => tookEffect(plan, run, d, decisions))
    .map(({ date, event, action, subject, field, value, author, reason }) => ({
      date: isoDate(date),
      event,
      action,
      ...(subject === undefined ? {} : { subject }),
      ...(field === undefined ? {} : { field }),
      ...(value === undefined ? {} : { value }),
      author,
      reason,
    }));
}

function tookEffect(plan: Plan, run: Run, d: Decision, all: Decision[]): boolean {
  const day = nextIndexDay(run, d);
  if (d.event === 'divisor')
    return (
      run.divisors.some((row) => row.computed !== undefined && row.date === day) &&
      all.findLast((other) => other.event === 'divisor' && nextIndexDay(run, other) === day) === d
    );
  if (d.field === 'replaces' && run.changes.some((c) => c.policy === d.event && c.date === day)) return true;
  return run.reviews.some((review) => entered(plan, review, d));
}

/** The first day of the run on or after that of a decision. */
function nextIndexDay(run: Run, { date }: Decision): string | undefined {
  const from = isoDate(date);
  return run.levels.find((row) => row.date >= from)?.date;
}

function entered(plan: Plan, review: Review, d: Decision): boolean {
  const own = review.event === d.event;
  const then = review.dates.effective === isoDate(d.date);
  const called = plan.events.some((e) => e.name === d.event && 'decided' in e.occurs);
  switch (d.action) {
    case 'call':
      return own && then && called;
    case 'add':
    case 'remove':
      return then && stepsOf(plan, review).some((tier) => tier.action === 'decided' && (own || tier.name === d.event));
    default:
      // A date chosen within bounds is found by its value, whatever the day of the decision is.
      return (
        own && (then || !called) && d.field !== undefined && d.value !== undefined && review.dates[d.field] === d.value
      );
  }
}

function stepsOf(plan: Plan, { event }: Review) {
  return plan.selections.filter((s) => s.at?.includes(event) ?? true).flatMap((s) => s.tiers);
}
