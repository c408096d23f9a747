import { listed } from '../support/listed.ts';

/** The first few of some things in words, and how many more there are: `A`, `B` and 3 more. */
export function someOf(names: readonly string[], most = 5): string {
  if (names.length <= most) return listed(names);
  return `${names
    .slice(0, most)
    .map((name) => `\`${name}\``)
    .join(', ')} and ${(names.length - most).toLocaleString('en')} more`;
}

/** The same of things that are told in words of their own, without quotation marks. */
export function someTold(told: readonly string[], most = 5): string {
  const shown = told.slice(0, most).join('; ');
  return told.length <= most ? shown : `${shown}; and ${(told.length - most).toLocaleString('en')} more`;
}
