import type { Arguments } from '../command.ts';
import { misuse } from '../misuse.ts';

/** `--from` and `--to`, in order. */
export function checkRange(given: Arguments): { from: string; to: string } {
  const [from, to] = [given.values.get('from')!, given.values.get('to')!];
  if (from > to) throw misuse(`\`--from ${from}\` is after \`--to ${to}\``, 'Exchange the two dates');
  return { from, to };
}
