import { epochDay } from '../../calendar/index.ts';
import { failure } from '../../diagnostics/index.ts';
import type { Market } from '../../market/index.ts';
import { neededFields } from '../../plan/needed-fields.ts';
import type { Arguments } from '../command.ts';
import type { Compiled } from './compile-rulebook.ts';
import { missingFields } from './data-findings.ts';

/**
 * Opens the data set named by `--data`, with the fields that the rules in force from one day to another read (ISO
 * dates, both included), and nothing later than `to`. Throws the findings where it is not sound, lacks a field, or has
 * other currencies than the rulebook declares.
 */
export async function openData(
  compiled: Compiled,
  given: Arguments,
  range: { from?: string; to: string },
): Promise<Market> {
  const { openMarket } = await import('../../market/index.ts');
  const fields = neededFields(compiled.plan, range);
  const lacking = await missingFields(compiled, given, new Set(fields));
  if (lacking.length > 0) throw failure(...lacking);
  const root = given.values.get('root');
  const opened = await openMarket(given.values.get('data')!, {
    fields,
    to: epochDay(range.to),
    ...(root === undefined ? {} : { root }),
  });
  if ('diagnostics' in opened) throw failure(...opened.diagnostics);
  const { rulebook, sourceMap, file } = compiled;
  const { checkContext } = await import('../../check/index.ts');
  const { checkValues } = await import('../../check/market/index.ts');
  const found = checkValues(
    checkContext(rulebook, sourceMap, file, undefined, opened.market.calendars),
    opened.market,
    epochDay(range.to),
  );
  const errors = found.filter((d) => d.severity === 'error');
  if (errors.length > 0) throw failure(...errors);
  if (found.length > 0) await compiled.tell(found);
  return opened.market;
}
