import { once } from '../support/once.ts';
import { base, isCurrency, plain, powered, type Unit } from './unit.ts';

/**
 * What a unit as written stands for: how many of the base units one of it is (`2 years` are 24 months), and the unit.
 */
export type ParsedUnit = { unit: Unit; factor: string; hundredths?: true };

const countedIn: Record<string, [string, string]> = {
  shares: ['share', '1'],
  share: ['share', '1'],
  months: ['month', '1'],
  month: ['month', '1'],
  years: ['month', '12'],
  year: ['month', '12'],
  weeks: ['calendar day', '7'],
  week: ['calendar day', '7'],
  'calendar days': ['calendar day', '1'],
  'calendar day': ['calendar day', '1'],
  'trading days': ['trading day', '1'],
  'trading day': ['trading day', '1'],
  contracts: ['contract', '1'],
  contract: ['contract', '1'],
  currency: ['currency', '1'],
};

/** Words that units may be made of, apart from currencies and those that fields bring in. */
export const unitVocabulary: readonly string[] = ['%', 'points', 'ratio', 'number', 'per', ...Object.keys(countedIn)];

let currencies: ReadonlySet<string> | undefined;

/** Whether ISO 4217 has a currency of this code. */
function isCurrencyOfIso(code: string): boolean {
  currencies ??= new Set(Intl.supportedValuesOf('currency'));
  return currencies.has(code);
}

/** Whether this is the code of a currency: of ISO 4217, or one that the rulebook brings in. */
export function isKnownCurrency(code: string, own: ReadonlySet<string>): boolean {
  return isCurrencyOfIso(code) || (own.has(code) && isCurrency(code));
}

/**
 * Reads a unit as written in a literal or field. `own` holds words that fields of this rulebook bring in as units of
 * their own (`tonnes`). Gives the first word that is no unit where there is one.
 */
export function parseUnit(text: string, own: ReadonlySet<string>): ParsedUnit | { unknown: string } {
  const units = unitsOf(own);
  let known = units.get(text);
  if (known === undefined) {
    known = parsed(text, own);
    units.set(text, known);
  }
  return known;
}

/** The units read so far; a rulebook has the same few again and again. */
const unitsOf = once((_own: ReadonlySet<string>) => new Map<string, ParsedUnit | { unknown: string }>());

function parsed(text: string, own: ReadonlySet<string>): ParsedUnit | { unknown: string } {
  const words = text.trim().replace(/\s+/g, ' ');
  if (words === '%' || words === 'percent') return { unit: plain('ratio'), factor: '1', hundredths: true };
  if (words === 'points' || words === 'point') return { unit: plain('points'), factor: '1', hundredths: true };
  if (words === 'ratio') return { unit: plain('ratio'), factor: '1' };
  if (words === 'number') return { unit: plain('number'), factor: '1' };
  const [over, ...under] = words.split(' per ');
  const powers = new Map<string, number>();
  let factor = '1';
  for (const [word, power] of [[over ?? '', 1] as const, ...under.map((w) => [w, -1] as const)]) {
    const counted = countedIn[word];
    if (counted === undefined && !isCurrencyOfIso(word) && !own.has(word)) return { unknown: word };
    const name = counted?.[0] ?? word;
    if (power === 1) factor = counted?.[1] ?? '1';
    else if (counted !== undefined && counted[1] !== '1') return { unknown: word };
    powers.set(name, (powers.get(name) ?? 0) + power);
  }
  return under.length === 0 ? { unit: base([...powers.keys()][0]!), factor } : { unit: powered(powers), factor };
}

/**
 * Words used as units by fields that are no unit of the language: units of the rulebook's own, currencies that ISO does
 * not know among them.
 */
export function ownUnits(units: Iterable<string>): Set<string> {
  const own = new Set<string>();
  for (const unit of units) {
    if (/^(text|date|yes\/no|ratio|number|%|percent|points?)$/.test(unit)) continue;
    for (const word of unit.trim().replace(/\s+/g, ' ').split(' per '))
      if (countedIn[word] === undefined && /^([a-z_][a-z_0-9 ]*|[A-Z]{3})$/.test(word)) own.add(word);
  }
  return own;
}
