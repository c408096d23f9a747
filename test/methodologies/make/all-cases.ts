import { bandingTable, bandsAndScreens } from './russell-1000.ts';
import type { Files } from './table.ts';

/** Every table of a case that is made by rule, by path below methodologies/. */
export function allCases(): Files {
  return { ...bandingTable(), ...bandsAndScreens() };
}
