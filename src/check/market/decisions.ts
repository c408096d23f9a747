import { isoDate } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Decision, Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { listed } from '../support/listed.ts';
import { effectiveAround } from './effective-around.ts';
import { isChosen, type Takers, takersOf, takesDecisions } from './decision-takers.ts';
import { someTold } from './some-of.ts';

/** Why nothing takes a decision up: `what` goes before the decisions, which are told together where `what` is the same. */
type Idle = { what: string; help: string; pointer?: string };

/** RB5112: decisions that no event takes up, those up to a day where one is given. */
export function checkDecisions(context: CheckContext, market: Market, until = Number.POSITIVE_INFINITY): Diagnostic[] {
  if (market.decisions.length === 0) return [];
  const takers = takersOf(context.rulebook);
  const idle = market.decisions.flatMap((decision) => {
    const why = decision.date > until ? undefined : whyIdle(decision, takers, context, market);
    return why === undefined ? [] : [{ ...why, decision }];
  });
  return [...Map.groupBy(idle, (i) => i.what).values()].map((same) => {
    const [{ what, help, pointer }] = same as [(typeof same)[0]];
    return finding(
      'warning',
      'RB5112',
      `${what}: ${someTold(
        same.map((i) => told(i.decision)),
        3,
      )}`,
      [context.span(pointer ?? placeOf(context))],
      `${same.length === 1 ? 'this decision changes' : 'these decisions change'} nothing: a run goes on as if nothing had been decided`,
      help,
    );
  });
}

/** Whether an event, step or policy takes a decision up. */
export function isTakenUp(decision: Decision, takers: Takers, context: CheckContext, market: Market): boolean {
  return whyIdle(decision, takers, context, market) === undefined && isKnown(decision.event, takers);
}

const isKnown = (name: string, { events, steps, policies }: Takers) =>
  events.has(name) || steps.has(name) || policies.has(name);

function told({ action, subject, field, date, row }: Decision): string {
  const about = subject ?? field;
  return `\`${action}\`${about === undefined ? '' : ` \`${about}\``} on ${isoDate(date)} (row ${row})`;
}

/** Where the schedule stands, for what nothing else has a place. */
export function placeOf({ rulebook }: CheckContext): string {
  const i = rulebook.sections.findIndex((s) => s.section === 'schedule');
  return `/sections/${Math.max(0, i)}`;
}

function whyIdle(d: Decision, takers: Takers, context: CheckContext, market: Market): Idle | undefined {
  if (d.event === 'divisor') return undefined;
  const policy = takers.policies.get(d.event);
  const replaces = d.action === 'set' && d.field === 'replaces';
  if (policy !== undefined && (policy.pairs ? replaces : !takers.events.has(d.event)))
    return policy.pairs
      ? undefined
      : {
          what: `the policy \`${d.event}\` takes up no decisions`,
          help: 'name an event or a step that takes decisions, or let the policy say `entrant takes weight of leaver`',
          pointer: policy.pointer,
        };
  if (takers.events.has(d.event)) return idleAtEvent(d, takers, context, market);
  const steps = takers.steps.get(d.event);
  if (steps !== undefined) return idleAtStep(d, steps, takers, context, market);
  const discretion = takers.discretions.get(d.event);
  if (discretion !== undefined)
    return {
      what: `\`${d.event}\` says who may decide, and takes up no decision itself`,
      help: `write \`${discretion.at}\`, the event or step that it is about, in the table of decisions`,
      pointer: discretion.pointer,
    };
  const names = [...takers.events.keys(), ...takers.steps.keys(), ...takers.policies.keys(), 'divisor'];
  const near = nearest(d.event, names);
  // A table of decisions may be there for another rulebook on the same data.
  if (near === undefined && !takesDecisions(takers)) return undefined;
  return {
    what: `no event or step of the rulebook has the name \`${d.event}\``,
    help:
      near === undefined
        ? `the events are ${listed([...takers.events.keys()])}; a decision names one of them or a step that is \`decided\``
        : `did you mean \`${near}\`?`,
  };
}

function idleAtEvent(d: Decision, takers: Takers, context: CheckContext, market: Market): Idle | undefined {
  const { event: name, action, field } = d;
  const versions = takers.events.get(name)!;
  const held = versions.filter(({ days }) => days.from <= d.date && d.date <= days.until);
  const { event, pointer } = held[0] ?? versions[0]!;
  const called = 'decided' in event.occurs;
  if (action === 'call' && !called)
    return {
      what: `\`${name}\` is not called by decision`,
      help: `leave the row out: it takes place on the dates of the schedule; or let it be \`${name}: when decided\``,
      pointer,
    };
  if (action === 'weight')
    return {
      what: 'no rule reads a decision with action `weight`',
      help: 'give the weight as a field of the data set that a measure reads',
      pointer,
    };
  const date = event.dates.find((one) => one.name === field);
  if (action === 'set' || action === 'choose_date') {
    if (date === undefined || !isChosen(date.rule))
      return {
        what:
          date === undefined
            ? `\`${name}\` has no date \`${field ?? ''}\` that a decision could set`
            : `the date \`${field}\` of \`${name}\` follows a rule`,
        help: helpOfDate(d, event.dates),
        pointer,
      };
    // A date chosen within bounds is found by its value, whatever the row's own date is.
    if (!called) return undefined;
  }
  const around = called ? callsAround(market, name, d.date) : effectiveAround(versions, d.date, context);
  if (held.length === 0 || (around !== undefined && !around.held))
    return {
      what: `no \`${name}\` is effective on ${isoDate(d.date)}`,
      help: nearestDates(d, called, around),
      pointer,
    };
  const takes = [...takers.steps.values()].flat().some((s) => s.decided && (s.at?.includes(name) ?? true));
  if ((action === 'add' || action === 'remove') && !takes)
    return {
      what: `no step of the selection at \`${name}\` takes up decisions`,
      help: 'add a step that does, for example `committee: decided`',
      pointer,
    };
  return undefined;
}

function helpOfDate(
  { field, event }: Decision,
  dates: { name: string; rule: Parameters<typeof isChosen>[0] }[],
): string {
  const chosen = dates.filter((one) => isChosen(one.rule)).map((one) => one.name);
  const near = nearest(field ?? '', chosen);
  if (near !== undefined) return `did you mean \`${near}\`?`;
  return chosen.length > 0
    ? `decisions set ${listed(chosen)}`
    : `let the date be \`decided\` in the schedule, or leave the row out: no date of \`${event}\` is`;
}

function idleAtStep(
  d: Decision,
  steps: NonNullable<ReturnType<Takers['steps']['get']>>,
  takers: Takers,
  context: CheckContext,
  market: Market,
): Idle | undefined {
  const decided = steps.filter((step) => step.decided);
  const [{ pointer }] = steps as [(typeof steps)[0]];
  if (decided.length === 0)
    return {
      what: `the step \`${d.event}\` takes up no decisions`,
      help: `let a step be \`decided\`, and name it or its event in the table of decisions`,
      pointer,
    };
  if (d.action !== 'add' && d.action !== 'remove')
    return {
      what: `the step \`${d.event}\` takes up only \`add\` and \`remove\``,
      help: 'to call an event or to set its dates, name the event',
      pointer,
    };
  const names = new Set(decided.flatMap((step) => step.at ?? [...takers.events.keys()]));
  const all = [...names].map((name) => {
    const versions = takers.events.get(name) ?? [];
    const called = versions.some(({ event }) => 'decided' in event.occurs);
    return called ? callsAround(market, name, d.date) : effectiveAround(versions, d.date, context);
  });
  if (all.some((around) => around === undefined || around.held)) return undefined;
  const known = all.flatMap((around) => around ?? []);
  const before = known.flatMap((a) => a.before ?? []);
  const after = known.flatMap((a) => a.after ?? []);
  const around = {
    held: false,
    ...(before.length === 0 ? {} : { before: Math.max(...before) }),
    ...(after.length === 0 ? {} : { after: Math.min(...after) }),
  };
  return {
    what: `no event with the step \`${d.event}\` is effective on ${isoDate(d.date)}`,
    help: nearestDates(d, false, around),
    pointer,
  };
}

/** Whether decisions call an event on a day, and when else. */
function callsAround(market: Market, name: string, day: number) {
  const calls = market.decisions.filter((d) => d.event === name && d.action === 'call').map((d) => d.date);
  const before = calls.findLast((date) => date < day);
  const after = calls.find((date) => date > day);
  return {
    held: calls.includes(day),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function nearestDates(
  { event }: Decision,
  called: boolean,
  around: { before?: number; after?: number } | undefined,
): string {
  const dates = [around?.before, around?.after].flatMap((day) => (day === undefined ? [] : [isoDate(day)]));
  const when =
    dates.length === 0
      ? ''
      : `the nearest effective ${dates.length === 1 ? 'date is' : 'dates are'} ${dates.join(' and ')}`;
  if (called)
    return `add a row with action \`call\` for \`${event}\` on that date${when === '' ? '' : `, or mend the date: ${when}`}`;
  return when === '' ? 'mend the date' : `mend the date: ${when}`;
}
