import type { Diagnostic, Span } from '../../diagnostics/index.ts';
import type { Expression } from '../../model/expression.ts';
import type { Scope } from '../names/scope.ts';
import type { Origin } from './one-mistake.ts';
import type { Typing } from './typing.ts';

/** What finding out units needs and gathers. `own`: units that fields of this rulebook bring in. */
export type World = {
  scope: Scope;
  own: ReadonlySet<string>;
  span: (pointer: string, label?: string) => Span;
  /** Tells a finding; what has one origin with another is told with it. */
  report: (d: Diagnostic, origin?: Origin) => void;
  /** What was told once for all places that it holds for. */
  told: Set<string>;
  /** Finds out what an expression is, telling every mistake in it once. */
  infer: (e: Expression, pointer: string) => Typing;
  inferIn: (e: Expression, pointer: string, world: World) => Typing;
  /** What every expression is, as far as it was looked at. */
  types: Map<Expression, Typing>;
  /** What every measure is; `open` while it is being found out, which a circle of measures meets again. */
  measures: Map<string, Typing | 'open'>;
  /** Measures that are made of themselves, which is no mistake where it is their value at an earlier event. */
  ringed: ReadonlySet<string>;
  /** Nothing is told and what is not known yet is left aside: a first look at a measure that is made of itself. */
  guessing?: true;
};
