import { plain, type Unit } from './unit.ts';

/** What a value is: `unknown` where that follows from a mistake already told, so that it causes no other. */
export type Typing = { type: 'number'; unit: Unit } | { type: 'text' | 'date' | 'yes/no' } | { type: 'unknown' };

export const unknown: Typing = { type: 'unknown' };
export const yesNo: Typing = { type: 'yes/no' };
export const text: Typing = { type: 'text' };
export const count: Typing = { type: 'number', unit: plain('number') };
export const ratio: Typing = { type: 'number', unit: plain('ratio') };

/** A number in a unit. */
export function amount(unit: Unit): Typing {
  return { type: 'number', unit };
}
