import type { Token } from '../scan.ts';
import type { SentenceForm } from '../sentence-forms.ts';
import { Colon } from '../tokens/basics.ts';
import type { Slip } from './known-slips.ts';
import { levelWays } from './level-ways.ts';
import { limitWays, memberWays, weightWays } from './weight-ways.ts';
import { eventWays } from './event-ways.ts';
import { inOneText } from './written.ts';

/**
 * A way of saying something that is usual elsewhere but not in sentences of this language: how it looks (the group `here`, where there is
 * one, is the part that is wrong), what is wrong with it, and what to write.
 */
export type UsualWay = {
  looks: RegExp;
  says?: (found: RegExpExecArray) => string;
  write: (found: RegExpExecArray) => string;
};

/** By the kind of sentence, the part after its name and colon; a colon after the word of a line is looked for in all that have such words. */
const ways: Partial<Record<SentenceForm, readonly UsualWay[]>> = {
  event: eventWays,
  weight: weightWays,
  limit: limitWays,
  tier: memberWays,
  levelLine: [needlessColon('returns|divisor|round level to|round divisor to'), ...levelWays],
  indexLine: [
    needlessColon('currency|calendar|review by|ends'),
    {
      looks: /^currency (?<here>.*[^A-Z].*|[A-Z]+ .*)$/,
      says: () => 'a currency is written as its code of three letters',
      write: ([, name]) => `Write \`currency ${/euro/i.test(name!) ? 'EUR' : /yen/i.test(name!) ? 'JPY' : 'USD'}\``,
    },
  ],
  universeLine: [needlessColon('lines|priced in|group')],
};

/** The usual way of saying it that a sentence breaks off in; `at` is the token that it breaks off at, or one past the last. */
export function usualWay(form: SentenceForm, sentence: readonly Token[], at: number): Slip | undefined {
  const known = ways[form];
  if (known === undefined) return undefined;
  const labelled = form === 'event' || form === 'weight' || form === 'limit' || form === 'tier';
  if (labelled && sentence[1]?.tokenType !== Colon) return undefined;
  const begin = labelled ? 2 : 0;
  if (begin >= sentence.length) return undefined;
  const { text, tokensOf } = inOneText(sentence, begin);
  for (const { looks, says, write } of known) {
    const found = new RegExp(looks.source, `${looks.flags}d`).exec(text);
    if (found === null) continue;
    const whole = [found.index, found.index + found[0].length] as const;
    const [start, end] = found.indices?.groups?.here ?? whole;
    const [from, to] = tokensOf(...whole);
    if (at < from || at > to + 1) continue;
    const [first, last] = tokensOf(start, end);
    return {
      first: sentence[first]!,
      last: sentence[last]!,
      message: says?.(found) ?? `\`${text.slice(start, end)}\` cannot stand here`,
      help: write(found),
    };
  }
  return undefined;
}

function needlessColon(words: string): UsualWay {
  return {
    looks: new RegExp(`^(${words})(?<here>:) ?(.+)$`),
    says: ([, word]) => `\`${word}\` is a word of the language, no name: no colon follows it`,
    write: ([, word, , rest]) => `Write \`${word} ${rest}\``,
  };
}
