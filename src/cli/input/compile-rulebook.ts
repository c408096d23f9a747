import type { OwnCalendars } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Rulebook } from '../../model/rulebook.ts';
import { checkAndLower } from '../../plan/compile.ts';
import type { Plan } from '../../plan/plan.ts';
import { readRulebook, type SourceMap } from '../../syntax/index.ts';
import { tellFindings } from '../findings.ts';
import type { Arguments } from '../command.ts';
import type { Io } from '../io.ts';
import { calendarsOfData } from './data-findings.ts';
import { type InputFile, readFile } from './read-file.ts';

/** A rulebook that was read and checked; `plan` is absent where there are errors. */
export type Checked = InputFile & {
  rulebook?: Rulebook;
  sourceMap: SourceMap;
  plan?: Plan;
  diagnostics: Diagnostic[];
};
/** A rulebook without errors, ready to be run. */
export type Compiled = Checked & { rulebook: Rulebook; plan: Plan };

/** Reads and checks a rulebook; against the calendars of a data set where there is one. */
export function checkRulebookFile(name: string, io: Io, calendars?: OwnCalendars): Checked {
  const input = readFile(name, io);
  const { rulebook, sourceMap, diagnostics } = readRulebook(input.bytes, input.file);
  // Where nothing could be read, that is the finding, not all that is missing.
  if (rulebook === undefined || (rulebook.sections.length === 0 && diagnostics.length > 0))
    return { ...input, sourceMap, diagnostics };
  const compiled = checkAndLower(rulebook, sourceMap, input.file, io.today, calendars);
  const all = [...diagnostics, ...compiled.diagnostics];
  const sound = compiled.plan !== undefined && !all.some((d) => d.severity === 'error');
  return { ...input, rulebook, sourceMap, diagnostics: all, ...(sound ? { plan: compiled.plan } : {}) };
}

/**
 * Reads and checks a rulebook that is to be run. Errors are told on standard error, and nothing is returned; of warnings only how
 * many there are.
 */
export async function compileRulebook(name: string, given: Arguments, io: Io): Promise<Compiled | undefined> {
  const format = given.values.get('format') ?? 'human';
  const checked = checkRulebookFile(name, io, await calendarsOfData(given));
  const { plan, rulebook, diagnostics, file, sourceMap } = checked;
  if (plan === undefined || rulebook === undefined) {
    const errors = diagnostics.filter((d) => d.severity === 'error');
    await tellFindings(errors, new Map([[file, sourceMap.source]]), format, io.err, io);
    return undefined;
  }
  const warnings = diagnostics.filter((d) => d.severity === 'warning').length;
  if (warnings > 0 && format === 'human')
    io.err.write(
      `${warnings} warning${warnings === 1 ? '' : 's'} about the rulebook; \`rulebook check ${name}\` shows them\n`,
    );
  return { ...checked, plan, rulebook };
}
