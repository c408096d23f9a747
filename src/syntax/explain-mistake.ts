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
import { expressionSlip } from './mistake/expression-slips.ts';
import { knownSlip, type Slip } from './mistake/known-slips.ts';
import { usualWay } from './mistake/usual-ways.ts';
import { whatIsMeant } from './mistake/what-is-meant.ts';
import type { Report } from './report.ts';
import type { Token } from './scan.ts';
import { likeThis, type SentenceForm, sentenceForms } from './sentence-forms.ts';

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

/** Reports one sentence's first mistake in the author's terms. `form` is the kind of sentence it should be. */
export function explainMistake(
  mistake: IRecognitionException,
  sentence: Token[],
  form: SentenceForm,
  report: Report,
): void {
  const last = sentence.at(-1)!;
  const { what } = sentenceForms[form];
  const like = likeThis(form, sentence[0]!.image);
  const found = sentence.find((token) => token.startOffset === mistake.token.startOffset);
  // What could not be read at all has been reported already.
  if (sentence.some((token) => token.tokenType === Unreadable)) return;
  // The parser's messages are the names of the tokens it could have taken.
  const expected = mistake.message.split(' ').flatMap((name) => byName.get(name) ?? []);
  const slip = slipOf(form, sentence, found, expected);
  if (slip !== undefined) {
    report('unreadableSentence', slip.first.startOffset, slip.last.endOffset + 1, slip.message, slip.help);
    return;
  }
  if (found === undefined) {
    const end = last.endOffset + 1;
    report(
      'unreadableSentence',
      last.startOffset,
      end,
      `this ${what} ends too early, after \`${shortened(last.image)}\`${wanted(expected)}`,
      `Write it like \`${like}\``,
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
      `a comma is missing before \`${shortened(found.image)}\``,
      `Write it like \`${like}\``,
    );
    return;
  }
  const meant = whatIsMeant(found, sentence, spellings).map((words) => `\`${words}\``);
  const message = `\`${shortened(found.image)}\` cannot stand here in this ${what}${wanted(expected)}`;
  report(
    'unreadableSentence',
    start,
    end,
    message,
    meant.length > 0 ? `Did you mean ${anyOf(meant)}?` : `Write it like \`${like}\``,
  );
}

/** The slip that is known by its look, where it is one. */
function slipOf(
  form: SentenceForm,
  sentence: readonly Token[],
  found: Token | undefined,
  expected: readonly TokenType[],
): Slip | undefined {
  const at = found === undefined ? sentence.length : sentence.indexOf(found);
  return (
    usualWay(form, sentence, at) ??
    expressionSlip(sentence, at, expected) ??
    (found === undefined ? undefined : knownSlip(sentence, at, expected))
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
