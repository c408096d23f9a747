import { checkCaps } from './caps/index.ts';
import type { Check } from './check.ts';
import { checkCycles } from './cycles/index.ts';
import { checkLookahead } from './lookahead/index.ts';
import { checkMaintenance } from './maintenance/index.ts';
import { checkNames } from './names/index.ts';
import { checkNumbers } from './numbers/index.ts';
import { checkOrder } from './order/index.ts';
import { checkProse } from './prose/index.ts';
import { checkScreens } from './screens/index.ts';
import { checkTiers } from './tiers/index.ts';
import { checkTies } from './ties/index.ts';
import { checkTime } from './time/index.ts';
import { checkUnits } from './units/index.ts';
import { checkWeighting } from './weighting/index.ts';

/** Every check that runs on a rulebook, in the order their findings are told. */
export const checks: readonly Check[] = [
  checkNames,
  checkUnits,
  checkCycles,
  checkTime,
  checkOrder,
  checkLookahead,
  checkTies,
  checkNumbers,
  checkScreens,
  checkTiers,
  checkWeighting,
  checkCaps,
  checkMaintenance,
  checkProse,
];
