import type { OwnCalendars } from '../calendar/index.ts';
import { type Diagnostic, isFailure } from '../diagnostics/index.ts';
import { openDatabase } from './database.ts';
import { readDataset } from './read-dataset.ts';
import { readSessions } from './read-sessions.ts';
import type { Reading } from './table-reader.ts';

/**
 * The calendars that a data set brings, without reading any other table; none where it declares no table of sessions.
 *
 * @param path a folder that holds `dataset.yaml`, or such a file
 * @param root folder that table paths are relative to; the folder of `dataset.yaml` where absent
 */
export async function openCalendars(
  path: string,
  root?: string,
): Promise<{ calendars: OwnCalendars } | { diagnostics: Diagnostic[] }> {
  const read = readDataset(path, root);
  if ('diagnostics' in read) return read;
  const { dataset } = read;
  const tables = dataset.tables.filter((table) => table.kind === 'sessions');
  if (tables.length === 0) return { calendars: new Map() };
  const database = await openDatabase();
  try {
    const reading: Reading = { database, dataset, diagnostics: [], counts: [], digests: new Map() };
    const calendars = await readSessions(reading, tables);
    return reading.diagnostics.length > 0 ? { diagnostics: reading.diagnostics } : { calendars };
  } catch (error) {
    if (isFailure(error)) return { diagnostics: error.diagnostics };
    throw error;
  } finally {
    database.close();
  }
}
