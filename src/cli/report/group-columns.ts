import { epochDay } from '../../calendar/index.ts';
import { type Market, textAsOf } from '../../market/index.ts';
import { inForce } from '../../plan/in-force.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Review } from '../../run/run.ts';

/** A column that says which group each line belongs to. */
export type GroupColumn = { name: string; of(line: string): string };

/**
 * The groups of a rulebook that are read straight from a field of the data (`group sector by industry`), as of the
 * review's reference date.
 */
export function groupColumns(plan: Plan, review: Review, market: Market): GroupColumn[] {
  const effective = epochDay(review.dates.effective!);
  const day = epochDay(review.dates.reference ?? review.dates.effective!);
  return plan.groups.flatMap((group) => {
    if (group.by.op !== 'field' || !inForce(group, effective)) return [];
    const column = market.fields.get(group.by.field);
    if (column === undefined || (column.info.domain !== 'line' && column.info.domain !== 'company')) return [];
    const ofCompany = column.info.domain === 'company';
    const of = (id: string) => {
      const line = market.lines.index.get(id) ?? -1;
      return line < 0
        ? ''
        : (textAsOf(market, column, ofCompany ? market.companyOf[line]! : line, day, effective) ?? '');
    };
    return [{ name: group.name, of }];
  });
}
