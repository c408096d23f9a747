// In: what any part of the system found. Out: one shape for every finding, and (render/) its renderings.
// Never here: finding anything.
export { capitalised } from './capitalised.ts';
export type { Diagnostic, Fix, Severity, Span } from './diagnostic.ts';
export { failure, isFailure, type RulebookFailure } from './failure.ts';
