import { shortened } from '../diagnostics/shortened.ts';
import type { IRecognitionException } from 'chevrotain';
import { allTokens } from './tokens/all.ts';
import { Comma, DateLiteral, NumberLiteral, Ordinal, Text, Unreadable } from './tokens/basics.ts';
import { DayUnit, TimeUnit } from './tokens/expression.ts';
import { Occasion, PlainEffect } from './tokens/maintenance.ts';
import { MonthName, WeekdayName } from './tokens/schedule.ts';
import { Name, spellingsOf, type TokenType } from './tokens/kit.ts';
import * as l from './tokens/limit.ts';
import * as x from './tokens/selection.ts';
import { knownSlip } from './mistake/known-slips.ts';
import { whatIsMeant } from './mistake/what-is-meant.ts';
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

/**
 * Reports one sentence's first mistake in the author's terms. `form` says what kind of sentence it is and how one
 * looks.
 */
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
      `this ${form.what} ends too early, after \`${shortened(last.image)}\`${wanted(expected)}`,
      `Write it like \`${form.like}\``,
    );
    return;
  }
  const start = found.startOffset;
  const end = found.endOffset + 1;
  const slip = knownSlip(sentence, sentence.indexOf(found), expected);
  if (slip !== undefined) {
    report('unreadableSentence', slip.first.startOffset, slip.last.endOffset + 1, slip.message, slip.help);
    return;
  }
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
      `a comma is missing before \`${shortened(found.image)}\``,
      `Write it like \`${form.like}\``,
    );
    return;
  }
  const meant = whatIsMeant(found, sentence, spellings).map((words) => `\`${words}\``);
  const message = `\`${shortened(found.image)}\` cannot stand here in this ${form.what}${wanted(expected)}`;
  report(
    'unreadableSentence',
    start,
    end,
    message,
    meant.length > 0 ? `Did you mean ${anyOf(meant)}?` : `Write it like \`${form.like}\``,
  );
}

function wanted(expected: TokenType[]): string {
  const kinds = [...new Set(expected)];
  if (kinds.length === 0 || kinds.length > 6) return '';
  const names = kinds.flatMap(
    (type) => plain.get(type) ?? [...(spellingsOf(type)?.keys() ?? [])].slice(0, 3).map((s) => `\`${s}\``),
  );
  if (names.length === 0 || names.length > 8) return '';
  return `; wanted is ${anyOf(names)}`;
}

function anyOf(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
