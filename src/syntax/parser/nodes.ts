import type { Place, Places } from '../../model/places.ts';
import type { Report } from '../report.ts';
import type { Token } from '../scan.ts';
import type { Dsl } from './dsl.ts';

/** Where what is read from a sentence is told: places of nodes, and findings about tokens that the grammar takes. */
export type Notes = { places: Places; report: Report };

/** The part of what grammar rules may do that notes something of what was read. `last` is the last token taken. */
export function noting(notes: Notes, last: () => Pick<Token, 'endOffset'>): Pick<Dsl, 'node' | 'whole' | 'complain'> {
  return {
    node: (start, value, parts) => {
      const end = Math.max(start, last().endOffset + 1);
      notes.places.set(value, parts === undefined ? { start, end } : { start, end, parts: placesOf(parts) });
      return value;
    },
    whole: (token) => {
      const number = Number(token.payload);
      if (Number.isSafeInteger(number)) return number;
      const more = Number.isInteger(number) ? ' that one can count to' : '';
      notes.report(
        'notWhole',
        token.startOffset,
        token.endOffset + 1,
        `\`${token.image}\` is not a whole number${more}`,
      );
      return 1;
    },
    complain: (token, message) => {
      notes.report('unreadableSentence', token.startOffset, token.endOffset + 1, message);
    },
  };
}

function placesOf(tokens: Record<string, Token | undefined>): Record<string, Place> {
  const places: Record<string, Place> = {};
  for (const key in tokens) {
    const token = tokens[key];
    if (token !== undefined) places[key] = { start: token.startOffset, end: token.endOffset + 1 };
  }
  return places;
}
