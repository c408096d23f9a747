/**
 * A plain number may be read as a `number` (a count, a score), a `ratio` (10%) or `points` (a difference of ratios).
 * What is the quotient of two counts may be read as a number or a ratio; a difference of ratios as a ratio or points.
 */
export type Reading = 'number' | 'ratio' | 'points';

/**
 * The unit of an amount: powers of base units (`USD`, `share`, `month`, …; `currency` is the own currency of each
 * line), none for plain numbers, and then how these may be read. `bare`: made of nothing but numbers written without a
 * unit; `zero`: nought, which is the same in every unit.
 */
export type Unit = { powers: ReadonlyMap<string, number>; readings: ReadonlySet<Reading>; bare?: true; zero?: true };

const noPowers: ReadonlyMap<string, number> = new Map();
const noReadings: ReadonlySet<Reading> = new Set();

/** A plain number that may be read in these ways. */
export function plain(...readings: Reading[]): Unit {
  return { powers: noPowers, readings: new Set(readings) };
}

/** An amount with units; a plain number or ratio where all of them cancel out. */
export function powered(powers: ReadonlyMap<string, number>): Unit {
  const left = new Map([...powers].filter(([, n]) => n !== 0));
  return left.size === 0 ? plain('number', 'ratio') : { powers: left, readings: noReadings };
}

/** One base unit. */
export function base(name: string): Unit {
  return powered(new Map([[name, 1]]));
}

export function isPlain(unit: Unit): boolean {
  return unit.powers.size === 0;
}

/** Whether a base unit is money: a currency code or the own currency of each line. */
export function isCurrency(name: string): boolean {
  return name === 'currency' || /^[A-Z]{3}$/.test(name);
}

/** Whether a unit counts time only: months, calendar days or trading days. */
export function isTime(unit: Unit): boolean {
  const [name, power] = [...unit.powers][0] ?? [];
  return (
    unit.powers.size === 1 && power === 1 && (name === 'month' || name === 'calendar day' || name === 'trading day')
  );
}

/** The currencies of a unit with their powers. */
export function currenciesOf(unit: Unit): [string, number][] {
  return [...unit.powers].filter(([name]) => isCurrency(name));
}

/** Whether the two have the same base units. */
export function samePowers(a: Unit, b: Unit): boolean {
  return a.powers.size === b.powers.size && [...a.powers].every(([name, n]) => b.powers.get(name) === n);
}
