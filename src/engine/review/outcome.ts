import type { PlanWeighting } from '../../plan/plan.ts';
import type { Decimal } from '../numbers/decimal.ts';
import { ddOfDecimal } from '../numbers/double-double.ts';
import { decimalValues } from '../numbers/decimal-values.ts';
import { NearValues } from '../numbers/near-values.ts';
import type { Near } from '../numbers/numbers.ts';
import type { Values } from '../numbers/values.ts';
import type { Scope } from '../session/scope.ts';
import type { Built } from '../weights/recipe.ts';
import type { Chosen } from './choose.ts';
import type { Incumbents } from './incumbents.ts';

/** What an event decided. `basketLines` come out in the order of ids; those in `stay` keep what is held of them. */
export type Outcome = {
  scope: Scope;
  incumbents: Incumbents;
  chosen: Chosen;
  weighting: PlanWeighting | undefined;
  lines: number[];
  stay: Set<number>;
  memberships: Map<number, Decimal>;
  /** Lines with new index shares, as of the reference date. */
  fresh: Fresh;
};

/** New index shares in double-doubles and, when asked, in decimals; `lines` in the order of ids. */
export type Fresh = { lines: number[]; near: Built<Near>; exact(): Built<Decimal> };

const nothing = { coarse: [], traces: [], error: 0 };
const [noNear, noDecimals] = [new NearValues(0), decimalValues([])];

export const nothingFresh: Fresh = {
  lines: [],
  near: { ...nothing, before: noNear, after: noNear, capFactors: noNear, shares: noNear },
  exact: () => ({ ...nothing, before: noDecimals, after: noDecimals, capFactors: noDecimals, shares: noDecimals }),
};

/** A basket in decimals seen in double-doubles. */
export function nearOf(built: Built<Decimal>): Built<Near> {
  const near = (value: Decimal): Near => ({ ...ddOfDecimal(value), exact: value });
  const all = (values: Values<Decimal>) => {
    const found = new NearValues(values.length);
    for (let i = 0; i < values.length; i += 1) found.put(i, near(values.at(i)));
    return found;
  };
  return {
    before: all(built.before),
    after: all(built.after),
    capFactors: all(built.capFactors),
    shares: all(built.shares),
    coarse: built.coarse,
    traces: built.traces.map(({ observed, bound, changes, ...rest }) => ({
      ...rest,
      observed: observed === undefined ? undefined : near(observed),
      bound: bound === undefined ? undefined : near(bound),
      changes: changes && { ...changes, before: all(changes.before), after: all(changes.after) },
    })),
    error: 2 ** -100,
  };
}
