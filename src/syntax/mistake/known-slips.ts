import type { Token } from '../scan.ts';
import { Colon, DateLiteral, Equals, NumberLiteral } from '../tokens/basics.ts';
import { spellingsOf, type TokenType } from '../tokens/kit.ts';
import { WeekdayName } from '../tokens/schedule.ts';
import { dateHelp, isoDates } from './other-dates.ts';
import { ordinalOf } from './what-is-meant.ts';
import { images, touching } from './written.ts';

/** A slip that is made often enough to be known by its look: its tokens, what it is, and what to write in its place. */
export type Slip = { first: Token; last: Token; message: string; help: string };

/**
 * The slip that a sentence breaks off at, where it is one of those known. `expected` is what could have stood at `at`.
 */
export function knownSlip(sentence: readonly Token[], at: number, expected: readonly TokenType[]): Slip | undefined {
  return (
    thousands(sentence, at) ??
    otherDate(sentence, at, expected) ??
    amountFirst(sentence, at) ??
    ordinalWord(sentence, at) ??
    bestRanks(sentence, at) ??
    nameOfParts(sentence, at, expected)
  );
}

/** `3,000,000`, which breaks off after its first comma. */
function thousands(sentence: readonly Token[], at: number): Slip | undefined {
  let first = sentence[at]?.image === ',' && isGroup(sentence, at + 1) ? at + 1 : at;
  let last = first;
  while (isGroup(sentence, first) && sentence[first - 1]?.image === ',' && touching(sentence, first - 2, first))
    first -= 2;
  while (sentence[last + 1]?.image === ',' && touching(sentence, last, last + 2) && isGroup(sentence, last + 2))
    last += 2;
  if (first === last || !/^\d{1,3}$/.test(sentence[first]!.image)) return undefined;
  const written = images(sentence, first, last);
  const plain = written.replaceAll(',', '_');
  const round = /^(.*)_000_000$/.exec(plain)?.[1];
  return {
    first: sentence[first]!,
    last: sentence[last]!,
    message: `\`${written}\` is no number here`,
    help: `Write \`${plain}\`${round === undefined ? '' : ` or \`${round.replaceAll('_', '')} million\``}: a comma separates parts of a sentence`,
  };
}

function isGroup(sentence: readonly Token[], at: number): boolean {
  const token = sentence[at];
  return token?.tokenType === NumberLiteral && /^\d{3}(\.\d+)?$/.test(token.image);
}

/** `20/06/2022`, `20 June 2022`, `June 20, 2022`: dates in another order than year-month-day. */
function otherDate(sentence: readonly Token[], at: number, expected: readonly TokenType[]): Slip | undefined {
  if (!expected.includes(DateLiteral)) return undefined;
  for (const count of [5, 4, 3]) {
    const last = sentence[at + count - 1];
    if (last === undefined) continue;
    const written = images(sentence, at, at + count - 1);
    if (isoDates(written).length === 0) continue;
    return { first: sentence[at]!, last, message: `\`${written}\` is no date here`, help: dateHelp(written) };
  }
  return undefined;
}

/** `NHC 3 million`: the currency before the amount. */
function amountFirst(sentence: readonly Token[], at: number): Slip | undefined {
  const [currency, number] = [sentence[at - 1], sentence[at]];
  if (currency === undefined || !/^[A-Z]{3}$/.test(currency.image) || number?.tokenType !== NumberLiteral)
    return undefined;
  const scaled = /^(thousand|million|billion|trillion)$/.test(sentence[at + 1]?.image ?? '');
  const amount = images(sentence, at, scaled ? at + 1 : at);
  return {
    first: currency,
    last: sentence[scaled ? at + 1 : at]!,
    message: `the currency stands before the amount in \`${currency.image} ${amount}\``,
    help: `Write \`${amount} ${currency.image}\``,
  };
}

/** `third Friday`: the word was read as a name, and the sentence breaks off after it. */
function ordinalWord(sentence: readonly Token[], at: number): Slip | undefined {
  const days = spellingsOf(WeekdayName);
  for (const place of [at - 1, at]) {
    const token = sentence[place];
    const nth = token === undefined ? undefined : ordinalOf(token.image);
    const next = sentence[place + 1]?.image ?? '';
    if (token === undefined || nth === undefined || !(days?.has(next) || /^(trading|calendar|week|last)/.test(next)))
      continue;
    return {
      first: token,
      last: token,
      message: `\`${token.image}\` cannot stand here: places in an order are written in digits`,
      help: `Write \`${nth}\`: \`${nth} ${next}\``,
    };
  }
  return undefined;
}

/** `take top 20`: the best by rank. */
function bestRanks(sentence: readonly Token[], at: number): Slip | undefined {
  const word = sentence[at]!;
  const number = sentence[at + 1];
  const label = sentence[at - 2];
  if (!/^(top|best|first|largest|biggest|highest)$/.test(word.image) || number?.tokenType !== NumberLiteral)
    return undefined;
  if (label?.tokenType !== Colon) return undefined;
  return {
    first: word,
    last: number,
    message: `\`${word.image} ${number.image}\` cannot stand here: a selection speaks of ranks`,
    help: `Write \`${sentence[at - 1]!.image} ranked 1 to ${number.image}\``,
  };
}

/** `top-20: …` and `top twenty: …`, which are no names, and a name whose colon is missing. */
function nameOfParts(sentence: readonly Token[], at: number, expected: readonly TokenType[]): Slip | undefined {
  const end = expected.find((type) => type === Colon || type === Equals);
  if (end === undefined || at !== 1) return undefined;
  const sign = end === Colon ? ':' : '=';
  const closing = sentence.findIndex((token) => token.tokenType === Colon || token.tokenType === Equals);
  const [first] = sentence;
  if (closing > 0 && closing <= 5) {
    const written = images(sentence, 0, closing - 1);
    return {
      first: first!,
      last: sentence[closing - 1]!,
      message: `\`${written}\` is no name: names are made of letters, digits and \`_\``,
      help: `Write \`${written.replaceAll(/[^A-Za-z0-9_]+/g, '_').replace(/_$/, '')}${end === Colon ? ':' : ' ='} …\``,
    };
  }
  const what = sign === ':' ? 'a colon is' : '`=` is';
  return {
    first: first!,
    last: first!,
    message: `${what} missing after the name \`${first!.image}\``,
    help: `Write \`${first!.image}${end === Colon ? ':' : ' ='} ${images(sentence, 1, Math.min(3, sentence.length - 1))}${sentence.length > 4 ? ' …' : ''}\``,
  };
}
