import { resolveCalendar } from '../../calendar/index.ts';
import type { Market } from '../../market/index.ts';
import { expressionsIn } from '../../plan/operands.ts';
import type { Plan } from '../../plan/plan.ts';
import { versionsOf } from './in-force.ts';
import type { Session } from './session.ts';
import { collectWarnings } from './warnings.ts';

type Asked = Pick<Session, 'exact' | 'tellsAll' | 'tells'>;

export function openSession(plan: Plan, market: Market, options: Partial<Asked> = {}): Session {
  const { exact = false, tellsAll = false, tells = false } = options;
  const asked = new Set(expressionsIn(plan).map((e) => e.op));
  return {
    plan,
    market,
    calendar: resolveCalendar(plan.index.calendar, market.calendars),
    exact,
    tellsAll,
    tells,
    warnings: collectWarnings(),
    versions: {
      measures: versionsOf(plan.measures),
      rankings: versionsOf(plan.rankings),
      groups: versionsOf(plan.groups),
    },
    readAhead: new Map(),
    closesAhead: new Map(),
    counted: new Map(),
    asksJoining: asked.has('added since'),
    looksBack:
      asked.has('previous') ||
      asked.has('added since') ||
      plan.selections.some((selection) => selection.set !== 'constituents'),
  };
}
