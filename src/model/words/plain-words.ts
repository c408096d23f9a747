import type { Rounding } from '../section.ts';

/** `lines` for `line`, `companies` for `company`; other domains keep their name. */
export function domainWords(domain: string): string {
  return domain === 'line' ? 'lines' : domain === 'company' ? 'companies' : domain;
}

export function roundingWords({ decimals, mode }: Rounding): string {
  return `${decimals} decimal${decimals === 1 ? '' : 's'} ${mode}`;
}

/** A text as a rulebook has it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
