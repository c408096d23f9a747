import type { Expression } from '../../model/expression.ts';
import type { Rulebook } from '../../model/rulebook.ts';
import { childrenOf } from '../walk/children.ts';

/** Fields that every market data set observes day by day, so that their value of a day is not known before that day. */
const observed = new Set(['open', 'high', 'low', 'close', 'volume', 'turnover', 'market_cap', 'vwap']);

/**
 * Finds a value in an expression, measures followed, that is observed day by day; its name in words, undefined where
 * none is.
 */
export function dailyValue(e: Expression, rulebook: Rulebook, within: readonly string[] = []): string | undefined {
  if (e.kind === 'current') return `current ${e.quantity}`;
  // Inside another as-of date or the previous event the value is of another day.
  if (e.kind === 'as of' || e.kind === 'previous') return undefined;
  if (e.kind === 'name' && !within.includes(e.name)) {
    if (isField(e.name, rulebook)) return observed.has(e.name) ? e.name : undefined;
    for (const measure of measuresNamed(e.name, rulebook)) {
      const found = dailyValue(measure, rulebook, [...within, e.name]);
      if (found !== undefined) return found;
    }
  }
  for (const [, child] of childrenOf(e)) {
    const found = dailyValue(child, rulebook, within);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isField(name: string, rulebook: Rulebook): boolean {
  return rulebook.sections.some((s) => s.section === 'fields' && s.fields.some((field) => field.name === name));
}

/**
 * A measure is followed only where all its versions say the same of it, so one version is enough to look at when there
 * is one.
 */
function measuresNamed(name: string, rulebook: Rulebook): Expression[] {
  const all = rulebook.sections.flatMap((s) =>
    s.section === 'measures' ? s.measures.filter((m) => m.name === name) : [],
  );
  return all.length === 1 ? all.map((m) => m.value) : [];
}
