import type { Check } from './check.ts';
import { checkCycles } from './cycles/index.ts';
import { checkNames } from './names/index.ts';
import { checkUnits } from './units/index.ts';

/** Every check that runs on a rulebook, in the order their findings are told. */
export const checks: readonly Check[] = [checkNames, checkUnits, checkCycles];
