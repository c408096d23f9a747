import type { Diagnostic } from '../diagnostics/index.ts';
import type { CheckContext } from './context.ts';

/**
 * One static check: what it finds wrong with a rulebook, nothing where all is well. It never throws on a rulebook that
 * was read.
 */
export type Check = (context: CheckContext) => Diagnostic[];
