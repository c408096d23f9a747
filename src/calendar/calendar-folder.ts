import { existsSync } from 'node:fs';

// From the source tree, from a bundle beside the folder, and from a bundle in a folder of its own.
const places = ['../../grammar/calendars/', './grammar/calendars/', '../grammar/calendars/'];

let found: URL | undefined;

/** Where the calendar files lie. */
export function calendarFolder(): URL {
  found ??= places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  if (found === undefined)
    throw new Error(`the folder grammar/calendars is missing from the installation (looked from ${import.meta.url})`);
  return found;
}
