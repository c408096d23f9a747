import { floatGrid, phaseOut } from './topix.ts';
import { capSteps } from './nikkei-225.ts';
import { bandingTable, bandsAndScreens } from './russell-1000.ts';
import { composition, monthlyList } from './euro-stoxx-50.ts';
import type { Files } from './table.ts';

/** Every table of a case that is made by rule, by path below methodologies/. */
export function allCases(): Files {
  return {
    ...bandingTable(),
    ...bandsAndScreens(),
    ...composition(),
    ...monthlyList(),
    ...capSteps(),
    ...floatGrid(),
    ...phaseOut(),
  };
}
