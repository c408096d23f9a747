import type { IRecognitionException } from 'chevrotain';
import { allTokens } from './tokens/all.ts';
import { Comma, DateLiteral, NumberLiteral, Ordinal, Text, Unreadable } from './tokens/basics.ts';
import { DayUnit, TimeUnit } from './tokens/expression.ts';
import { Occasion, PlainEffect } from './tokens/maintenance.ts';
import { MonthName, WeekdayName } from './tokens/schedule.ts';
import { Name, spellingsOf, type TokenType } from './tokens/kit.ts';
import * as l from './tokens/limit.ts';
import * as x from './tokens/selection.ts';
import { nearest } from './edit-distance.ts';
import type { Report } from './report.ts';
import type { Token } from './scan.ts';

const byName = new Map(allTokens.map((type) => [type.name, type]));

const plain = new Map<TokenType, string>([
  [Name, 'a name'],
  [NumberLiteral, 'a number'],
  [DateLiteral, 'a date'],
  [Text, 'a text in quotation marks'],
  [Ordinal, 'a place such as `3rd`'],
  [TimeUnit, 'a unit of time'],
  [MonthName, 'a month'],
  [WeekdayName, 'a day of the week'],
  [Occasion, 'a corporate action, such as `split` or `cash dividend`'],
  [PlainEffect, 'an effect, such as `adjust shares`'],
  [DayUnit, 'a kind of day, such as `trading day`'],
]);

/** What always follows a comma, at the place where a sentence may end otherwise. */
const afterComma = new Set<TokenType>([
  x.RankedBy,
  x.CandidatesFrom,
  x.Reserve,
  x.Notional,
  x.RoundSharesTo,
  x.SplitBy,
  x.ThenBy,
  x.KeyOrder,
  x.OfConstituents,
  l.UntilStable,
  l.Infeasible,
  l.OthersAtMost,
  l.BoundEach,
  l.ScaleToTotal,
  l.SetEachTo,
  l.ReduceSmallestTo,
  l.MoveToward,
]);

/** Words that authors may mistake for others, by what they probably mean. */
const otherLanguages: Record<string, string> = {
  '=': '`is`',
  '==': '`is`',
  '&&': '`and`',
  '||': '`or`',
  equals: '`is`',
  greater: '`>`',
  less: '`<`',
  above: '`>`',
  below: '`<`',
};

/** Reports one sentence's first mistake in the author's terms. `form` says what kind of sentence it is and how one looks. */
export function explainMistake(
  mistake: IRecognitionException,
  sentence: Token[],
  form: { what: string; like: string },
  report: Report,
): void {
  const last = sentence.at(-1)!;
  const found = sentence.find((token) => token.startOffset === mistake.token.startOffset);
  // What could not be read at all has been reported already.
  if (sentence.some((token) => token.tokenType === Unreadable)) return;
  // The parser's messages are the names of the tokens it could have taken.
  const expected = mistake.message.split(' ').flatMap((name) => byName.get(name) ?? []);
  if (found === undefined) {
    const end = last.endOffset + 1;
    report(
      'unreadableSentence',
      last.startOffset,
      end,
      `this ${form.what} ends too early, after \`${shown(last.image)}\`${wanted(expected)}`,
      `write it like \`${form.like}\``,
    );
    return;
  }
  const start = found.startOffset;
  const end = found.endOffset + 1;
  const spellings = expected.flatMap((type) => [...(spellingsOf(type)?.keys() ?? [])]);
  if (
    expected.includes(Name) &&
    spellingsOf(found.tokenType) !== undefined &&
    /^[a-z]/i.test(found.image) &&
    expected.length < 4
  ) {
    report('reservedWord', start, end, `\`${found.image}\` is a word of the language, where a name is wanted`);
    return;
  }
  if (afterComma.has(found.tokenType) && sentence[sentence.indexOf(found) - 1]?.tokenType !== Comma) {
    report(
      'unreadableSentence',
      start,
      end,
      `a comma is missing before \`${shown(found.image)}\``,
      `write it like \`${form.like}\``,
    );
    return;
  }
  const meant = otherLanguages[found.image] ?? suggestion(found, sentence, spellings);
  const message = `\`${shown(found.image)}\` can not stand here in this ${form.what}${wanted(expected)}`;
  report(
    'unreadableSentence',
    start,
    end,
    message,
    meant ? `did you mean ${meant}?` : `write it like \`${form.like}\``,
  );
}

function suggestion(found: Token, sentence: Token[], spellings: string[]): string | undefined {
  const at = sentence.indexOf(found);
  // A phrase with one wrong word falls apart into names, so the words around are tried as well.
  for (const from of [at, at - 1]) {
    const first = sentence[from];
    if (first === undefined || !/^[a-z]/i.test(first.image)) continue;
    for (const length of [3, 2, 1]) {
      const slice = sentence.slice(from, from + length);
      if (slice.length < length || slice.some((token) => !/^[a-z]/i.test(token.image))) continue;
      const written = slice.map((token) => token.image).join(' ');
      const meant = nearest(written, spellings) ?? nearest(written, allSpellings());
      if (meant !== undefined && meant !== written) return `\`${meant}\``;
    }
  }
  return undefined;
}

let spellingsCache: string[] | undefined;
function allSpellings(): string[] {
  spellingsCache ??= allTokens
    .flatMap((type) => [...(spellingsOf(type)?.keys() ?? [])])
    .filter((spelling) => /^[a-z]/i.test(spelling));
  return spellingsCache;
}

function wanted(expected: TokenType[]): string {
  const kinds = [...new Set(expected)];
  if (kinds.length === 0 || kinds.length > 6) return '';
  const names = kinds.flatMap(
    (type) => plain.get(type) ?? [...(spellingsOf(type)?.keys() ?? [])].slice(0, 3).map((s) => `\`${s}\``),
  );
  if (names.length === 0 || names.length > 8) return '';
  return `; wanted is ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`}`;
}

function shown(image: string): string {
  return image.length > 40 ? `${image.slice(0, 40)}…` : image;
}
