import type { Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { selectable } from './selectable.ts';

/** The lines that bear on an index. */
export type Mattering = {
  /** Those that do on some day, where these are known beforehand. */
  lines?: ReadonlySet<number>;
  on(line: number, day: number): boolean;
};

/** The published members of the index, where the data set has these; else all lines that it may select. */
export function mattering(context: CheckContext, market: Market): Mattering {
  const ids = context.rulebook.sections.flatMap((s) => (s.section === 'index' ? [s.id] : []));
  const members = Map.groupBy(
    market.constituents.filter((c) => ids.includes(c.index)),
    (c) => c.line,
  );
  if (members.size === 0) return { on: selectable(context, market) };
  return {
    lines: new Set(members.keys()),
    on: (line, day) => members.get(line)?.some((c) => c.from <= day && day <= c.until) === true,
  };
}
