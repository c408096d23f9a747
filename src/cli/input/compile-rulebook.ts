import { checkContext } from '../../check/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Rulebook } from '../../model/rulebook.ts';
import { lower } from '../../plan/lower.ts';
import type { Plan } from '../../plan/plan.ts';
import { tellFindings } from '../findings.ts';
import { calledAs } from '../called-as.ts';
import type { Arguments } from '../command.ts';
import type { Io } from '../io.ts';
import { type Checked, checkRulebookFile } from './check-rulebook.ts';
import { calendarsOfData } from './data-findings.ts';
import { oneRulebook } from './rulebook-files.ts';

/**
 * A rulebook without errors, ready to be run. `tell` tells what is found of it later, with its data, on standard error.
 */
export type Compiled = Checked & {
  rulebook: Rulebook;
  plan: Plan;
  tell: (found: Diagnostic[]) => Promise<void>;
};

/**
 * Reads and checks a rulebook that is to be run. Errors are told on standard error, and nothing is returned; of
 * warnings that bear on results only how many there are.
 */
export async function compileRulebook(name: string, given: Arguments, io: Io): Promise<Compiled | undefined> {
  const format = given.values.get('format') ?? 'human';
  const calendars = await calendarsOfData(given);
  const checked = checkRulebookFile(oneRulebook(name), io, calendars);
  const { rulebook, diagnostics, file, sourceMap } = checked;
  const tell = (found: Diagnostic[]) => tellFindings(found, new Map([[file, sourceMap.source]]), format, io.err, io);
  const errors = diagnostics.filter((d) => d.severity === 'error');
  if (rulebook === undefined || errors.length > 0) {
    await tell(errors);
    return undefined;
  }
  // What a rule says in words and which clause it implements changes no result.
  const warnings = diagnostics.filter((d) => d.severity === 'warning' && !d.code.startsWith('RB60')).length;
  if (warnings > 0 && format === 'human')
    io.err.write(
      `${warnings} warning${warnings === 1 ? '' : 's'} about the rulebook, prose and sources aside; \`${calledAs(io)} check ${file}\` shows all\n`,
    );
  return { ...checked, rulebook, tell, plan: lower(checkContext(rulebook, sourceMap, file, io.today, calendars)) };
}
