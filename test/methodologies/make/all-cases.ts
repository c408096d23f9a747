import { fiscalYears, floatGrid, phaseOut, reevaluation, tenSteps } from './topix.ts';
import { criteria } from './topix-criteria.ts';
import { fastEntry, rankPreservation, reviews, securityLimits } from './nasdaq-100.ts';
import { capLevels, capSteps, sectorBalance, threeAtMost } from './nikkei-225.ts';
import { bandingTable, bandsAndScreens } from './russell-1000.ts';
import { composition, fastBounds, monthlyList, suspension } from './euro-stoxx-50.ts';
import type { Files } from './table.ts';

/** Every table of a case that is made by rule, by path below methodologies/. */
export function allCases(): Files {
  return {
    ...bandingTable(),
    ...bandsAndScreens(),
    ...composition(),
    ...monthlyList(),
    ...fastBounds(),
    ...suspension(),
    ...capSteps(),
    ...capLevels(),
    ...sectorBalance(),
    ...threeAtMost(),
    ...floatGrid(),
    ...phaseOut(),
    ...reevaluation(),
    ...tenSteps(),
    ...fiscalYears(),
    ...criteria(),
    ...rankPreservation(),
    ...securityLimits(),
    ...reviews(),
    ...fastEntry(),
  };
}
