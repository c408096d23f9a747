import { basics } from './basics.ts';
import { expressionTokens } from './expression.ts';
import { type Lexeme, Name, spellingsOf, type TokenType } from './kit.ts';
import { limitTokens } from './limit.ts';
import { maintenanceTokens } from './maintenance.ts';
import { scheduleTokens } from './schedule.ts';
import { sectionTokens } from './section.ts';
import { selectionTokens } from './selection.ts';

export const allTokens: TokenType[] = [
  Name,
  ...basics,
  ...expressionTokens,
  ...sectionTokens,
  ...selectionTokens,
  ...limitTokens,
  ...scheduleTokens,
  ...maintenanceTokens,
];

/** Words that begin a phrase of the language: what the word is alone, and which words may follow. */
export type PhraseNode = { lexeme?: Lexeme; next?: Map<string, PhraseNode> };

/** Every word and phrase of the language, by first word. */
export const phrases: ReadonlyMap<string, PhraseNode> = phraseTree();

function phraseTree(): Map<string, PhraseNode> {
  const root = new Map<string, PhraseNode>();
  for (const type of allTokens) {
    for (const [spelling, value] of spellingsOf(type) ?? []) {
      let level = root;
      let node: PhraseNode = {};
      for (const word of spelling.split(' ')) {
        node = level.get(word) ?? {};
        level.set(word, node);
        node.next ??= new Map();
        level = node.next;
      }
      if (node.lexeme !== undefined) throw new Error(`the words "${spelling}" belong to two tokens`);
      node.lexeme = { type, value };
    }
  }
  return root;
}
