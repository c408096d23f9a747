import type { Token } from '../scan.ts';
import { Close, Comma, Open } from '../tokens/basics.ts';
import { Else } from '../tokens/expression.ts';
import { Name, type TokenType } from '../tokens/kit.ts';
import type { Slip } from './known-slips.ts';
import { images, touching } from './written.ts';

/** A slip in an expression: functions of spreadsheets, what the language has no word for, an `if` without its `else`. */
export function expressionSlip(
  sentence: readonly Token[],
  at: number,
  expected: readonly TokenType[],
): Slip | undefined {
  return (
    withoutElse(sentence, at, expected) ??
    noSuchMeasure(sentence, at) ??
    function_(sentence, at) ??
    withoutOf(sentence, at)
  );
}

function withoutElse(sentence: readonly Token[], at: number, expected: readonly TokenType[]): Slip | undefined {
  if (expected.length === 0 || expected.some((type) => type !== Else)) return undefined;
  const last = sentence.findLastIndex((token, i) => i < at && token.image === 'if');
  if (last < 0) return undefined;
  return {
    first: sentence[last]!,
    last: sentence[at - 1]!,
    message: 'this `if` has no `else`: nothing says what holds otherwise',
    help: `Go on with \`else\` and the value where no condition holds: \`${images(sentence, last, at - 1)} else …\``,
  };
}

const measures = /^(?:standard deviation|std(?:ev)?|stdevp?|volatility|variance|var|percentile|quantile|quartile)$/i;

/** `standard deviation of x`, which has to come with the data. */
function noSuchMeasure(sentence: readonly Token[], at: number): Slip | undefined {
  for (const [from, to] of [
    [at - 1, at],
    [at - 1, at - 1],
    [at, at],
  ] as const) {
    const [first, last] = [sentence[from], sentence[to]];
    if (first === undefined || last === undefined || !measures.test(images(sentence, from, to))) continue;
    if (!/^(?:of|\()$/.test(sentence[to + 1]?.image ?? '')) continue;
    return {
      first,
      last,
      message: `there is no \`${images(sentence, from, to)}\` in the language`,
      help: 'There are `sum`, `average`, `median`, `count`, `largest` and `smallest`; what else is needed comes with the data, as a field',
    };
  }
  return undefined;
}

type Arguments = { given: string[]; close: number };

/** What to write for a function of a spreadsheet, by its name; undefined where it is none with so many arguments. */
const functions: Readonly<Record<string, (given: string[]) => string | undefined>> = {
  if: ([a, b, c]) => (b === undefined ? undefined : `\`if ${a} then ${b} else ${c ?? '…'}\``),
  sum: (given) => aggregate('sum', given),
  average: (given) => aggregate('average', given),
  median: (given) => aggregate('median', given),
  count: (given) => aggregate('count', given),
  max: (given) => (given.length === 1 ? aggregate('largest', given) : `\`max(${given.join(', ')})\`, in small letters`),
  min: (given) =>
    given.length === 1 ? aggregate('smallest', given) : `\`min(${given.join(', ')})\`, in small letters`,
  abs: ([a]) => `\`abs(${a})\`, in small letters`,
  sqrt: ([a]) => `\`sqrt(${a})\`, in small letters`,
  ln: ([a]) => `\`ln(${a})\`, in small letters`,
  exp: ([a]) => `\`exp(${a})\`, in small letters`,
  round: ([a, b]) =>
    `\`round half up ${a} to ${/^\d$/.test(b ?? '') ? (b === '0' ? '1' : `0.${'1'.padStart(Number(b), '0')}`) : '0.01'}\``,
  and: (given) => `\`${given.join(' and ')}\``,
  or: (given) => `\`${given.join(' or ')}\``,
  not: ([a]) => `\`not (${a})\``,
  isblank: ([a]) => `\`not known ${a}\``,
};
const otherNames: Readonly<Record<string, string>> = {
  iif: 'if',
  avg: 'average',
  mean: 'average',
  log: 'ln',
  iferror: 'if',
};

function aggregate(what: string, given: readonly string[]): string {
  const [value, over] = given;
  const of = /[-+]|\b(?:and|or|if)\b/.test(value ?? '') ? `(${value})` : (value ?? 'x');
  const span = /^\d+ (?:trading day|calendar day|week|month|year)/.test(over ?? '') ? over : undefined;
  return span === undefined
    ? `\`${what} of ${of} over company\`, or over a group, \`universe\`, \`constituents\` or a span such as \`3 months\``
    : `\`${what} of ${of} over ${span}\``;
}

/** `IF(a, b, c)`, `SUM(x)` and the like, the innermost around the place. */
function function_(sentence: readonly Token[], at: number): Slip | undefined {
  for (let i = Math.min(at, sentence.length - 2); i >= 0; i--) {
    const name = sentence[i]!.image.toLowerCase();
    if (sentence[i + 1]?.tokenType !== Open || !touching(sentence, i, i + 1)) continue;
    const known = functions[name] ?? functions[otherNames[name] ?? ''];
    const inside = known === undefined ? undefined : argumentsOf(sentence, i + 1);
    if (known === undefined || inside === undefined || at > inside.close) continue;
    const write = known(inside.given);
    // Words of the language are spreadsheet functions only in capitals, and where commas are between what they join.
    if (write === undefined || (/^(?:and|or|not)$/.test(sentence[i]!.image) && at <= i)) continue;
    return {
      first: sentence[i]!,
      last: sentence[inside.close]!,
      message: `\`${sentence[i]!.image}(…)\` is the form of a spreadsheet`,
      help: `Write ${write}`,
    };
  }
  return undefined;
}

/** The parts between commas inside a parenthesis, as written. */
function argumentsOf(sentence: readonly Token[], open: number): Arguments | undefined {
  const given: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let i = open; i < sentence.length; i++) {
    const type = sentence[i]!.tokenType;
    if (type === Open) depth++;
    else if (type === Close) depth--;
    const ends = (type === Comma && depth === 1) || depth === 0;
    if (ends && i > from) given.push(images(sentence, from, i - 1));
    if (ends) from = i + 1;
    if (depth === 0) return given.length === 0 ? undefined : { given, close: i };
  }
  return undefined;
}

const aggregates: Readonly<Record<string, string>> = {
  sum: 'sum',
  total: 'sum',
  average: 'average',
  mean: 'average',
  median: 'median',
  count: 'count',
  largest: 'largest',
  smallest: 'smallest',
};

/** `average close over 3 months`. */
function withoutOf(sentence: readonly Token[], at: number): Slip | undefined {
  const [word, value] = [sentence[at - 1], sentence[at]];
  const meant = word?.tokenType === Name ? aggregates[word.image.toLowerCase()] : undefined;
  if (word === undefined || value === undefined || meant === undefined) return undefined;
  const of = value.image === 'of';
  if (!of && value.tokenType !== Name && value.tokenType !== Open) return undefined;
  if (of && meant === word.image) return undefined;
  return {
    first: word,
    last: of ? value : word,
    message: of ? `there is no \`${word.image} of\` in the language` : `\`of\` is missing after \`${word.image}\``,
    help: `Write \`${meant} of ${of ? (sentence[at + 1]?.image ?? '…') : value.image} …\``,
  };
}
