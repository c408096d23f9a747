import type { Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { selectable } from './selectable.ts';

/** Which lines bear on the index on a day: its published members, where the data set has these; else all lines that it may select. */
export function mattering(context: CheckContext, market: Market): (line: number, day: number) => boolean {
  const ids = context.rulebook.sections.flatMap((s) => (s.section === 'index' ? [s.id] : []));
  const members = Map.groupBy(
    market.constituents.filter((c) => ids.includes(c.index)),
    (c) => c.line,
  );
  return members.size === 0
    ? selectable(context, market)
    : (line, day) => members.get(line)?.some((c) => c.from <= day && day <= c.until) === true;
}
