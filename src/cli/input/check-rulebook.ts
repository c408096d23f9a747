import type { OwnCalendars } from '../../calendar/index.ts';
import { checkContext, checkRulebook, withoutFollowUps } from '../../check/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Rulebook } from '../../model/rulebook.ts';
import type { SourceMap } from '../../model/index.ts';
import { readRulebook } from '../../syntax/index.ts';
import type { Io } from '../io.ts';
import { type InputFile, readFile } from './read-file.ts';

/** A rulebook that was read and checked; `rulebook` is absent where nothing could be read. */
export type Checked = InputFile & { rulebook?: Rulebook; sourceMap: SourceMap; diagnostics: Diagnostic[] };

/** Reads and checks a rulebook; against the calendars of a data set where there is one. */
export function checkRulebookFile(name: string, io: Io, calendars?: OwnCalendars): Checked {
  const input = readFile(name, io);
  const { rulebook, sourceMap, diagnostics } = readRulebook(input.bytes, input.file);
  // Where nothing could be read, that is the finding, not all that is missing.
  if (rulebook === undefined || (rulebook.sections.length === 0 && diagnostics.length > 0))
    return { ...input, sourceMap, diagnostics };
  const context = checkContext(rulebook, sourceMap, input.file, io.today, calendars);
  const found = withoutFollowUps(checkRulebook(context), diagnostics, context);
  return { ...input, rulebook, sourceMap, diagnostics: [...diagnostics, ...found] };
}
