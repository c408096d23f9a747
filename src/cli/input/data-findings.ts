import type { OwnCalendars } from '../../calendar/index.ts';
import { type Diagnostic, failure } from '../../diagnostics/index.ts';
import type { Rulebook } from '../../model/rulebook.ts';
import type { Arguments } from '../command.ts';
import type { Checked } from './check-rulebook.ts';

/** The calendars that the data set named by `--data` brings; undefined without that option. Throws the findings where they are not sound. */
export async function calendarsOfData(given: Arguments): Promise<OwnCalendars | undefined> {
  const path = given.values.get('data');
  if (path === undefined) return undefined;
  const { describeDataset, openCalendars } = await import('../../market/index.ts');
  const root = given.values.get('root');
  // What is wrong with the description is told with the fields.
  if ('diagnostics' in describeDataset(path, root)) return undefined;
  const opened = await openCalendars(path, root);
  if ('diagnostics' in opened) throw failure(...opened.diagnostics);
  return opened.calendars;
}

/** What a rulebook asks of the data set named by `--data` that it does not have; nothing without that option. */
export async function dataFindings(checked: Checked, given: Arguments): Promise<Diagnostic[]> {
  return given.values.has('data') ? missingFields(checked, given) : [];
}

/** The same for those fields alone that are named, or for all. */
export async function missingFields(
  { rulebook, sourceMap, file }: Checked,
  given: Arguments,
  named?: ReadonlySet<string>,
): Promise<Diagnostic[]> {
  const path = given.values.get('data');
  if (path === undefined || rulebook === undefined) return [];
  const { describeDataset } = await import('../../market/index.ts');
  const { checkContext } = await import('../../check/index.ts');
  const { checkData } = await import('../../check/data/index.ts');
  const described = describeDataset(path, given.values.get('root'));
  if ('diagnostics' in described) return described.diagnostics;
  const context = checkContext(rulebook, sourceMap, file);
  const spoken = named === undefined ? undefined : placesOf(rulebook, named);
  const found = checkData(context, described.description.fields);
  return spoken === undefined
    ? found
    : found.filter((d) => spoken.some((pointer) => context.span(pointer).start === d.spans[0]?.start));
}

/** Where the fields of these names are declared. */
function placesOf(rulebook: Rulebook, named: ReadonlySet<string>): string[] {
  return rulebook.sections.flatMap((section, i) =>
    section.section === 'fields'
      ? section.fields.flatMap((field, k) => (named.has(field.name) ? [`/sections/${i}/fields/${k}`] : []))
      : [],
  );
}
