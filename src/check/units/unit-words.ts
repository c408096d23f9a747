import { isPlain, type Unit } from './unit.ts';

const plurals: Record<string, string> = {
  share: 'shares',
  month: 'months',
  'calendar day': 'calendar days',
  'trading day': 'trading days',
  contract: 'contracts',
};

/** A unit in the words of a rulebook: `USD per share`, `shares`, `ratio`. */
export function unitWords(unit: Unit): string {
  if (isPlain(unit)) {
    if (unit.readings.size === 1) return [...unit.readings][0]!;
    if (unit.readings.has('points')) return 'difference of ratios';
    return 'number or ratio';
  }
  const over = [...unit.powers].filter(([, n]) => n > 0);
  const under = [...unit.powers].filter(([, n]) => n < 0);
  const power = (name: string, n: number) => (n === 1 ? name : `${name}^${n}`);
  const top = over
    .map(([name, n]) => power(n === 1 && under.length === 0 ? (plurals[name] ?? name) : name, n))
    .join(' × ');
  const bottom = under.map(([name, n]) => power(name, -n)).join(' per ');
  return bottom === '' ? top : `${top === '' ? '1' : top} per ${bottom}`;
}
