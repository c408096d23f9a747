import { type CatalogueEntry, entryOf } from './catalogue/index.ts';
import { nearestCodes } from './nearest-codes.ts';
import { visible } from './render/visible.ts';

/**
 * The page of a code for a terminal: what it means, why it matters, how to mend it, and an example. Of an unknown code
 * it names those nearby.
 */
export function explainCode(code: string): string {
  const entry = entryOf(code);
  if (entry !== undefined) return page(entry);
  const near = nearestCodes(code);
  const hint = near.length === 0 ? '' : `\n\nDid you mean ${near.map((n) => `${n.code} (${n.title})`).join(', ')}?`;
  return `There is no code \`${visible(code)}\`.${hint}\n`;
}

function page(entry: CatalogueEntry): string {
  const parts = [
    `${entry.code}: ${entry.title}`,
    `Why: ${sentence(entry.why)}`,
    `How to mend it: ${sentence(entry.help)}`,
  ];
  if (entry.given?.today !== undefined) parts.push(`Checked on ${entry.given.today}.`);
  if (entry.failing !== undefined) parts.push(`This is wrong:\n\n${indented(entry.failing)}`);
  if (entry.passing !== undefined) parts.push(`This is right:\n\n${indented(entry.passing)}`);
  if (entry.example !== undefined) parts.push(`Example:\n\n${indented(entry.example)}`);
  return `${parts.join('\n\n')}\n`;
}

/** A sentence with a capital letter and a full stop, however the page was written. */
export function sentence(text: string): string {
  const ended = /[.!?]\)?$/.test(text) ? text : `${text}.`;
  return `${ended.charAt(0).toUpperCase()}${ended.slice(1)}`;
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}
