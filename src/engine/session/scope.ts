import type { PlanExpression } from '../../plan/expression.ts';
import type { Column } from '../columns/column.ts';
import type { Decimal } from '../numbers/decimal.ts';
import type { Ranked } from '../review/ranked.ts';
import type { Basket } from '../path/basket.ts';
import type { Session } from './session.ts';

/** An exact value of an expression for one entity; undefined is missing (of a condition: unknown). Dates are epoch days. */
export type Exact = Decimal | string | boolean | undefined;

/** Members of a set with their membership, over lines or companies. */
export type Members = {
  of: 'line' | 'company';
  lines: Uint8Array;
  companies: Uint8Array;
  membership: Map<number, Decimal>;
};

/** A grouping as of an event: names in order, and each line's and company's place among them (−1: none). */
export type Grouping = { names: string[]; ofLine: Int32Array; ofCompany: Int32Array };

/** One event (or day of maintenance) and all that its rules see. Flags are by index: 1 is in. */
export type Scope = {
  session: Session;
  event: string;
  /** Epoch days by name. */
  dates: Record<string, number>;
  effective: number;
  reference: number;
  knownBy: number;
  universeLines: Uint8Array;
  universeCompanies: Uint8Array;
  incumbentLines: Uint8Array;
  incumbentCompanies: Uint8Array;
  /** Day from which each incumbent line, and each company of one, has been in without a break. */
  joined: { lines: Map<number, number>; companies: Map<number, number> };
  /** The basket in force at the end of a day, where it is known. */
  basketOn(day: number): Basket | undefined;
  /** Undefined until eligibility is decided. */
  eligibleLines: Uint8Array | undefined;
  eligibleCompanies: Uint8Array | undefined;
  /** Named sets made so far by this event. */
  sets: Map<string, Members>;
  /** What the main selection has selected so far; undefined before it. */
  selected: Members | undefined;
  /** The lines that come into the basket, once they are known. */
  basketLines: Uint8Array | undefined;
  frames: Map<string, Frame>;
  groupings: Map<string, Grouping>;
  earlier: Scope | undefined;
};

/**
 * A day within a scope that expressions are evaluated for. `observed`: daily fields are read on that very day,
 * not carried forward (inside windows).
 */
export type Frame = {
  scope: Scope;
  day: number;
  observed: boolean;
  columns: Map<PlanExpression, Column>;
  exact: Map<PlanExpression, Map<number, Exact>>;
  rankings: Map<string, Ranked>;
};

export function frameOf(scope: Scope, day: number, observed = false): Frame {
  const key = observed ? `o${day}` : `${day}`;
  let frame = scope.frames.get(key);
  if (frame === undefined) {
    frame = { scope, day, observed, columns: new Map(), exact: new Map(), rankings: new Map() };
    scope.frames.set(key, frame);
  }
  return frame;
}

export function referenceFrame(scope: Scope): Frame {
  return frameOf(scope, scope.reference);
}
