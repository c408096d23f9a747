import { monthNames } from '../../calendar/index.ts';
import { editDistance, nearest } from '../../diagnostics/nearest.ts';
import type { Token } from '../scan.ts';
import { allTokens } from '../tokens/all.ts';
import { spellingsOf } from '../tokens/kit.ts';
import { WeekdayName } from '../tokens/schedule.ts';

/** Words that authors may mistake for others, by what they probably mean. */
const otherLanguages: Readonly<Record<string, string>> = {
  '=': 'is',
  '==': 'is',
  '=>': '>=',
  '=<': '<=',
  '<>': 'is not',
  '&&': 'and',
  '||': 'or',
  equals: 'is',
  greater: '>',
  less: '<',
  above: '>',
  below: '<',
  elseif: 'else if',
  elsif: 'else if',
  elif: 'else if',
};

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const endings = ['st', 'nd', 'rd'];

/** What people in the trade mean by a word that several phrases hold. */
const usual: Readonly<Record<string, string>> = { dividend: 'cash dividend', dividends: 'cash dividend' };

/**
 * What the author probably meant by a token that cannot stand where it does: words of the language, the likeliest
 * first. `wanted` are the words that could stand there. Never what is written there already.
 */
export function whatIsMeant(found: Token, sentence: readonly Token[], wanted: readonly string[]): string[] {
  const at = sentence.indexOf(found);
  const sign =
    otherLanguages[glued(sentence, at)] ?? otherLanguages[glued(sentence, at - 1)] ?? otherLanguages[found.image];
  if (sign !== undefined) return [sign];
  const word = found.image;
  if (!/^[a-z]/i.test(word)) return [];
  const whole = beginning(word, wanted) ?? holding(word, wanted);
  if (whole.length > 0) return whole;
  // A phrase with one wrong word falls apart into names, so the words around are tried as well.
  for (const from of [at, at - 1]) {
    for (const length of [3, 2, 1]) {
      const slice = from < 0 ? [] : sentence.slice(from, from + length);
      if (slice.length < length || slice.some((token) => !/^[a-z]/i.test(token.image))) continue;
      const written = slice.map((token) => token.image).join(' ');
      const meant = nearest(written, wanted) ?? nearly(written);
      if (meant !== undefined && !slice.some((token) => token.image === meant) && meant !== written) return [meant];
    }
  }
  return [];
}

/** `3rd` for `third`; undefined for words that count nothing. */
export function ordinalOf(word: string): string | undefined {
  const n = ordinals.indexOf(word.toLowerCase()) + 1;
  return n === 0 ? undefined : `${n}${endings[n - 1] ?? 'th'}`;
}

/** The month or day of the week that a word shortens: `Mar`, `Sept`, `Fri`. */
function beginning(word: string, wanted: readonly string[]): string[] | undefined {
  const days = [...(spellingsOf(WeekdayName)?.keys() ?? [])];
  const start = word.toLowerCase();
  const whole = [...monthNames, ...days].filter((name) => name.toLowerCase().startsWith(start) && name !== word);
  const meant = whole.filter((name) => wanted.includes(name));
  if (start.length < 3) return undefined;
  return meant.length > 0 ? meant : whole.length > 0 ? whole : undefined;
}

/** The phrases that hold a word whole, or its singular. */
function holding(word: string, wanted: readonly string[]): string[] {
  const one = word.toLowerCase().replace(/s$/, '');
  const found = wanted.filter((phrase) => phrase.includes(' ') && phrase.split(' ').includes(one));
  const first = usual[word.toLowerCase()];
  const ordered = first !== undefined && found.includes(first) ? [first, ...found.filter((f) => f !== first)] : found;
  return ordered.length <= 3 ? ordered : [];
}

/** A sign and the next, where nothing stands between. */
function glued(sentence: readonly Token[], at: number): string {
  const [one, two] = [sentence[at], sentence[at + 1]];
  return one !== undefined && two?.startOffset === one.endOffset + 1 ? one.image + two.image : '';
}

/** The word of the language that a word is but a slip of the hand away from; any other would be a guess. */
function nearly(word: string): string | undefined {
  const near = nearest(word, allSpellings());
  const most = Math.max(1, Math.floor(word.length / 7));
  return near !== undefined && editDistance(word.toLowerCase(), near.toLowerCase()) <= most ? near : undefined;
}

let spellingsCache: string[] | undefined;
function allSpellings(): string[] {
  spellingsCache ??= allTokens
    .flatMap((type) => [...(spellingsOf(type)?.keys() ?? [])])
    .filter((spelling) => /^[a-z]/i.test(spelling));
  return spellingsCache;
}
