import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';

const day = '2021-12-06';
const level = '27927.37';
const divisor = '28.337';
const missing = '9062';

/**
 * The close of 9062 on 6 December 2021, in yen, that the published level leaves: (level × divisor − sum of the other members' closes × factors) ÷
 * factor. The divisor has three decimals, so that it is good to some 140 yen.
 */
export function missingClose(folder: string, members: Map<string, string>): Decimal {
  const rows = readFileSync(join(folder, 'tse_prices_2021-12-06_07.csv'), 'utf8')
    .split('\n')
    .map((line) => line.split(','));
  const close = (rows[0] ?? []).indexOf('Close');
  const closes = new Map(rows.filter((row) => row[1] === day).map((row) => [row[2], row[close]]));
  const others = [...members]
    .filter(([code]) => code !== missing)
    .map(([code, factor]) => {
      const price = closes.get(code);
      if (price === undefined || price === '') throw new Error(`${code} has no close on ${day}`);
      return new Decimal(price).times(factor);
    });
  return new Decimal(level)
    .times(divisor)
    .minus(Decimal.sum(...others))
    .div(members.get(missing) ?? Number.NaN);
}
