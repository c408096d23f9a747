import type { CorporateAction, Market } from '../../market/index.ts';

const known = new WeakMap<Market, Map<number, CorporateAction[]>>();

/** The suspension that a line is under on a day, if any. */
export function suspensionOf(market: Market, line: number, day: number): CorporateAction | undefined {
  const latest = ofLines(market)
    .get(line)
    ?.findLast((action) => action.exDate <= day);
  return latest?.kind === 'suspension' ? latest : undefined;
}

/** How many lines are ever suspended. */
export function suspensions(market: Market): number {
  return ofLines(market).size;
}

/** Whether a line is ever suspended. */
export function everSuspended(market: Market, line: number): boolean {
  return ofLines(market).has(line);
}

function ofLines(market: Market): Map<number, CorporateAction[]> {
  let lines = known.get(market);
  if (lines === undefined) {
    lines = new Map();
    for (const action of market.actions) {
      if (action.kind !== 'suspension' && action.kind !== 'resumption') continue;
      lines.set(action.line, [...(lines.get(action.line) ?? []), action]);
    }
    known.set(market, lines);
  }
  return lines;
}
