import type { OwnCalendars } from '../../calendar/index.ts';
import { type Diagnostic, failure } from '../../diagnostics/index.ts';
import type { Rulebook } from '../../model/rulebook.ts';
import type { Arguments } from '../command.ts';
import type { Io } from '../io.ts';
import { progress } from '../terminal/progress.ts';
import type { Checked } from './check-rulebook.ts';

/**
 * The calendars that the data set named by `--data` brings; undefined without that option. Throws the findings where
 * they are not sound.
 */
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

/**
 * What is wrong with a data set, and what each rulebook asks of it that it does not give; `read` where all of its
 * tables that matter were read.
 */
export type DataFindings = { read: boolean; ofData: Diagnostic[]; ofRulebooks: Diagnostic[][] };

/**
 * Reads the data set named by `--data` as a run would, with every field that one of the rulebooks declares, and tells
 * what is wrong with it and with each rulebook on it; nothing without that option.
 */
export async function dataFindings(all: readonly Checked[], given: Arguments, io: Io): Promise<DataFindings> {
  const path = given.values.get('data');
  const nothing = all.map((): Diagnostic[] => []);
  if (path === undefined) return { read: false, ofData: [], ofRulebooks: nothing };
  const { describeDataset, openMarket } = await import('../../market/index.ts');
  const { checkContext } = await import('../../check/index.ts');
  const { checkData } = await import('../../check/data/index.ts');
  const { checkMarket } = await import('../../check/market/index.ts');
  const root = given.values.get('root');
  const described = describeDataset(path, root);
  if ('diagnostics' in described) return { read: false, ofData: described.diagnostics, ofRulebooks: nothing };
  const { fields } = described.description;
  const calendars = await calendarsOfData(given);
  const contexts = all.map(({ rulebook, sourceMap, file }) =>
    rulebook === undefined ? undefined : checkContext(rulebook, sourceMap, file, io.today, calendars),
  );
  const ofFields = contexts.map((context) => (context === undefined ? [] : checkData(context, fields)));
  const declared = new Set(['close', ...all.flatMap(({ rulebook }) => fieldNames(rulebook))]);
  const bar = progress(io);
  bar.busy('reading the data set');
  try {
    const opened = await openMarket(path, {
      fields: fields.map((f) => f.name).filter((name) => declared.has(name)),
      ...(root === undefined ? {} : { root }),
    });
    if ('diagnostics' in opened) return { read: false, ofData: opened.diagnostics, ofRulebooks: ofFields };
    const { market } = opened;
    const ofRulebooks = contexts.map((context, i) => [
      ...ofFields[i]!,
      ...(context === undefined ? [] : checkMarket(context, market)),
    ]);
    return { read: true, ofData: [], ofRulebooks };
  } finally {
    bar.end();
  }
}

function fieldNames(rulebook: Rulebook | undefined): string[] {
  return (rulebook?.sections ?? []).flatMap((s) => (s.section === 'fields' ? s.fields.map((f) => f.name) : []));
}

/**
 * What a rulebook asks of the fields of the data set named by `--data` that it does not have: of those alone that are
 * named, or of all.
 */
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
