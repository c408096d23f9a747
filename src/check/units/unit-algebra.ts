import { isPlain, isTime, type Reading, samePowers, type Unit } from './unit.ts';

/** Sums and differences of readings: ratio + points is a ratio, ratio - ratio is a ratio or points. */
function addReadings(a: Unit, b: Unit, minus: boolean): Set<Reading> {
  const left: Set<Reading> = new Set(a.bare ? [...a.readings, 'ratio'] : a.readings);
  const right: Set<Reading> = new Set(b.bare ? [...b.readings, 'ratio'] : b.readings);
  const sum = new Set<Reading>();
  for (const x of left)
    for (const y of right) {
      if (x === 'number' && y === 'number') sum.add('number');
      if (x === 'points' && y === 'points') sum.add('points');
      if (x === 'ratio' && y === 'ratio') {
        sum.add('ratio');
        if (minus) sum.add('points');
      }
      if ((x === 'ratio' && y === 'points') || (x === 'points' && y === 'ratio' && !minus)) sum.add('ratio');
    }
  return sum;
}

const products: Record<Reading, Record<Reading, Reading[]>> = {
  number: { number: ['number'], ratio: ['number', 'ratio'], points: ['points'] },
  ratio: { number: ['number', 'ratio'], ratio: ['ratio'], points: ['points'] },
  points: { number: ['points'], ratio: ['points'], points: ['points'] },
};
const quotients: Record<Reading, Record<Reading, Reading[]>> = {
  number: { number: ['number', 'ratio'], ratio: ['number', 'ratio'], points: ['number', 'ratio'] },
  ratio: { number: ['ratio'], ratio: ['number', 'ratio'], points: ['number', 'ratio'] },
  points: { number: ['points'], ratio: ['points', 'ratio'], points: ['number', 'ratio'] },
};

function pairwise(a: Unit, b: Unit, table: typeof products): Set<Reading> {
  const readings = new Set<Reading>();
  for (const x of a.readings) for (const y of b.readings) for (const r of table[x][y]) readings.add(r);
  return readings;
}

function withPowers(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const powers = new Map(a.powers);
  for (const [name, n] of b.powers) powers.set(name, (powers.get(name) ?? 0) + sign * n);
  for (const [name, n] of powers) if (n === 0) powers.delete(name);
  return powers.size === 0 ? { powers, readings: new Set(['number', 'ratio']) } : { powers, readings: new Set() };
}

/** The unit of a product. */
export function multiply(a: Unit, b: Unit): Unit {
  if (!isPlain(a) || !isPlain(b)) return withPowers(a, b, 1);
  if (a.bare && b.bare) return { powers: a.powers, readings: a.readings, bare: true };
  if (a.bare || b.bare) return { powers: a.powers, readings: a.bare ? b.readings : a.readings };
  return { powers: a.powers, readings: pairwise(a, b, products) };
}

/** The unit of a quotient. */
export function divide(a: Unit, b: Unit): Unit {
  if (!isPlain(a) || !isPlain(b)) return withPowers(a, b, -1);
  if (b.bare && !a.bare) return { powers: a.powers, readings: a.readings };
  const unit: Unit = { powers: a.powers, readings: pairwise(a, b, quotients) };
  return a.bare && b.bare ? { ...unit, bare: true } : unit;
}

/** The unit of a sum or difference; undefined where the two cannot be added. */
export function add(a: Unit, b: Unit, minus: boolean): Unit | undefined {
  if (a.zero && !(isPlain(b) && b.bare)) return b;
  if (b.zero) return a;
  if (!isPlain(a) || !isPlain(b)) {
    if (samePowers(a, b)) return a;
    if (isTime(a) && isPlain(b) && b.bare) return a;
    return isTime(b) && isPlain(a) && a.bare ? b : undefined;
  }
  const readings = addReadings(a, b, minus);
  if (readings.size === 0) return undefined;
  return a.bare && b.bare ? { powers: a.powers, readings: a.readings, bare: true } : { powers: a.powers, readings };
}

/**
 * The unit that two values have in common where either may stand for the other (compared, or one instead of the other);
 * undefined where none is.
 */
export function common(a: Unit, b: Unit): Unit | undefined {
  if (a.zero) return b;
  if (b.zero) return a;
  if (!isPlain(a) || !isPlain(b)) {
    if (samePowers(a, b)) return a;
    if (isTime(a) && isPlain(b) && b.readings.has('number')) return a;
    return isTime(b) && isPlain(a) && a.readings.has('number') ? b : undefined;
  }
  const readings = new Set([...a.readings].filter((r) => b.readings.has(r)));
  if (readings.size === 0) return undefined;
  return a.bare && b.bare ? { powers: a.powers, readings, bare: true } : { powers: a.powers, readings };
}

/** The unit of a power with a whole or halved exponent; undefined where base units would be broken up. */
export function raise(a: Unit, exponent: number): Unit | undefined {
  if (isPlain(a)) return { powers: a.powers, readings: new Set<Reading>([...a.readings, 'number']) };
  const powers = new Map([...a.powers].map(([name, n]): [string, number] => [name, n * exponent]));
  return [...powers.values()].every(Number.isInteger) ? { powers, readings: new Set() } : undefined;
}
