import { epochDay } from '../../calendar/index.ts';
import { failure } from '../../diagnostics/index.ts';
import type { Market } from '../../market/index.ts';
import { neededFields } from '../../plan/needed-fields.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Arguments } from '../command.ts';

/**
 * Opens the data set named by `--data`, with the fields that the plan's rules in force from one day to another read (ISO dates, both
 * included), and nothing later than `to`. Throws the findings where it is not sound, or lacks a field.
 */
export async function openData(plan: Plan, given: Arguments, range: { from?: string; to: string }): Promise<Market> {
  const { openMarket } = await import('../../market/index.ts');
  const root = given.values.get('root');
  const opened = await openMarket(given.values.get('data')!, {
    fields: neededFields(plan, range),
    to: epochDay(range.to),
    ...(root === undefined ? {} : { root }),
  });
  if ('diagnostics' in opened) throw failure(...opened.diagnostics);
  return opened.market;
}
