import { resolveCalendar } from '../calendar/index.ts';
import type { Market } from '../market/index.ts';
import { expressionsIn } from '../plan/operands.ts';
import type { Plan } from '../plan/plan.ts';
import type { World } from './context.ts';
import { evaluate } from './expression.ts';

/** A plan and a market, ready to be read. */
export function worldOf(plan: Plan, market: Market): World {
  return {
    plan,
    market,
    calendar: resolveCalendar(plan.index.calendar, market.calendars),
    warnings: new Map(),
    asksSelected: expressionsIn(plan).some(
      (e) => (e.op === 'member' && e.set === 'selected') || (e.op === 'set aggregate' && e.over === 'selected'),
    ),
    evaluate,
  };
}
