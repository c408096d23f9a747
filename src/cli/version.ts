import { existsSync, readFileSync } from 'node:fs';

// From the source tree and from the bundle.
const places = ['../../package.json', '../package.json'];

/** The version of this installation. */
export function version(): string {
  const found = places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  if (found === undefined) return 'unknown';
  const { version: stated } = JSON.parse(readFileSync(found, 'utf8')) as { version: string };
  return stated;
}
