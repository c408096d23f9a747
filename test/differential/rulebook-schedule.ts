import type { DateRule, EventRule, ScheduleSection } from '../../src/model/index.ts';
import { condition } from './rulebook-conditions.ts';
import type { Words } from './rulebook-words.ts';

const nth = (n: number, offset: number, unit: 'trading day' | 'Friday' = 'trading day'): DateRule => ({
  op: 'nth',
  n,
  unit,
  of: { offset },
});
const shift = (n: number, from: DateRule): DateRule => ({ op: 'shift', n, unit: 'trading day', from });
const dateNamed = (name: string): DateRule => ({ op: 'named', name });
const onOrAfter: DateRule = { op: 'snap', direction: 'on or after', unit: 'trading day', from: dateNamed('day') };
type Dates = { reference?: EventRule['dates'][number]['rule']; effective: EventRule['dates'][number]['rule'] };

/** Events of a market of these days (ISO dates); `when` conditions may be about what `words` has. */
export function schedule(w: Words, days: string[]): ScheduleSection {
  return { section: 'schedule', events: w.events.map((name, i) => event(w, name, days, i === 0)) };
}

function event(w: Words, name: string, days: string[], main: boolean): EventRule {
  const { r } = w;
  const kind = main
    ? r.pick(['month', 'month', 'months', 'dates'] as const)
    : r.pick(['months', 'decided', 'decided', 'dates', 'day'] as const);
  const months = [...new Set([r.pick([1, 4, 7, 10]), r.pick([2, 3, 5, 6]), 8, 11, 12])].toSorted((a, b) => a - b);
  const monthly = (): Dates => ({
    reference: r.pick([nth(-1, -1), nth(r.int(1, 4), 0), nth(-2, -1)]),
    effective: r.pick([nth(r.int(5, 15), 0), shift(r.int(1, 2), nth(3, 0, 'Friday')), shift(1, nth(-1, 0))]),
  });
  const of: Record<typeof kind, () => [EventRule['occurs'], Dates]> = {
    month: () => [{ every: 'month' }, monthly()],
    months: () => [{ months }, monthly()],
    dates: () => [
      { dates: [...new Set(Array.from({ length: r.int(1, 3) }, () => r.pick(days.slice(8))))].toSorted() },
      { reference: shift(-r.int(1, 4), dateNamed('effective')), effective: onOrAfter },
    ],
    day: () => [
      { every: 'day' },
      {
        reference: shift(-r.int(1, 2), dateNamed('effective')),
        effective: dateNamed('day'),
      },
    ],
    decided: () => [{ decided: true }, { reference: { op: 'decided' }, effective: { op: 'decided' } }],
  };
  const [occurs, { reference, effective }] = of[kind]();
  const announce = kind !== 'day' && kind !== 'decided' && r.chance(0.4);
  const conditional = kind === 'day' || (!main && r.chance(0.3));
  return {
    name,
    occurs,
    ...(conditional
      ? { when: condition({ ...w, over: ['constituents', 'universe'], memory: true, rankings: [] }, 'all', 2) }
      : {}),
    dates: [
      ...(reference === undefined ? [] : [{ name: 'reference', rule: reference }]),
      ...(w.snapshot && reference !== undefined
        ? [{ name: 'snapshot', rule: shift(-r.int(1, 6), dateNamed('reference')) }]
        : w.snapshot
          ? [{ name: 'snapshot', rule: shift(-4, dateNamed('effective')) }]
          : []),
      ...(announce ? [{ name: 'announce', rule: shift(-1, dateNamed('effective')) }] : []),
      { name: 'effective', rule: effective },
    ],
  };
}
