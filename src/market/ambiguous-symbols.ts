import type { Faults } from './faults.ts';
import { DATA_CODES } from './finding.ts';

/** Tells of a row that names a line by a symbol which several lines have at once: which of them is meant nobody can say. */
export function tellAmbiguous(
  faults: Faults,
  among: readonly string[],
  symbol: string,
  column: string | undefined,
  place: { file: string; row: number },
): void {
  const names = [...among].sort().map((id) => `\`${id}\``);
  faults.add(
    DATA_CODES.ambiguousSymbol,
    `\`{value}\` is the symbol of ${names.slice(0, -1).join(', ')} and ${names.at(-1)} on one day`,
    column,
    1,
    [{ ...place, value: symbol }],
    {
      stop: true,
      why: 'Nothing says which of them the row is about',
      help: 'Correct the symbols in the table of lines, or name lines by their identifiers in this table',
    },
  );
}
