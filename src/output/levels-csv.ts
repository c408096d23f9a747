import type { LevelRow } from '../run/run.ts';
import { csvText } from './csv-text.ts';

/** `levels.csv`: a row for each index day, with the variants that the rulebook publishes. */
export function levelsCsv(levels: LevelRow[], published: { total: boolean; net: boolean }): string {
  const head = [
    'date',
    'price_return',
    ...(published.total ? ['total_return'] : []),
    ...(published.net ? ['net_return'] : []),
  ];
  const rows = levels.map((level) => [
    level.date,
    level.price,
    ...(published.total ? [level.total ?? ''] : []),
    ...(published.net ? [level.net ?? ''] : []),
  ]);
  return csvText(head, rows);
}
