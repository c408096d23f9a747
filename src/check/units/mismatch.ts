import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Expression } from '../../model/expression.ts';
import { unitCodes } from './codes.ts';
import { originsOf } from './origins.ts';
import { ratioHelp } from './ratio-help.ts';
import { literalWords, shortWords } from './side.ts';
import type { Typing } from './typing.ts';
import { currenciesOf, isPlain, type Unit } from './unit.ts';
import { unitWords } from './unit-words.ts';
import type { World } from './world.ts';

/** One side of an operation that does not fit the other. */
export type Side = { expression: Expression; pointer: string; typing: Typing };

/** Says that two amounts cannot be brought together, with where each got its unit. */
export function unitsDiffer(left: Side, right: Side, doing: string, world: World): Diagnostic {
  const bare = [left, right].find((s) => isBare(s));
  const other = bare === left ? right : left;
  const otherUnit = other.typing.type === 'number' ? other.typing.unit : undefined;
  const onRatio =
    bare !== undefined && otherUnit !== undefined && isPlain(otherUnit) && otherUnit.readings.has('ratio');
  const why = onRatio
    ? 'a ratio is written with `%`, so that nobody has to guess whether 10 means 10% or ten times'
    : 'amounts in different units have no common measure';
  const help = mend(left, right, bare, otherUnit);
  return {
    code: onRatio ? unitCodes.bareNumber : unitCodes.unitsDiffer,
    severity: 'error',
    message: `${said(left, 'the left side')}, but ${said(right, 'the right side')}: they cannot be ${doing}`,
    spans: [
      world.span(left.pointer, said(left, 'this')),
      world.span(right.pointer, said(right, 'this')),
      ...originsOf(left.expression, world.scope, world.span),
      ...originsOf(right.expression, world.scope, world.span),
    ].filter((s, i, all) => all.findIndex((t) => t.start === s.start && t.end === s.end && t.label === s.label) === i),
    why,
    help: help ?? 'Compare like with like: convert one side, or name the unit that is meant',
  };
}

/** Says that two values are of different types: text and a number, say. */
export function typesDiffer(left: Side, right: Side, doing: string, world: World): Diagnostic {
  return {
    code: unitCodes.typesDiffer,
    severity: 'error',
    message: `${said(left, 'the left side')}, but ${said(right, 'the right side')}: they cannot be ${doing}`,
    spans: [
      world.span(left.pointer, said(left, 'this')),
      world.span(right.pointer, said(right, 'this')),
      ...originsOf(left.expression, world.scope, world.span),
      ...originsOf(right.expression, world.scope, world.span),
    ],
    why: 'values of different types are never equal and have no order',
    help: quoteHelp(left, right),
  };
}

/** A value in words: "`close` is in `USD per share`", "`type` is text". */
export function said(side: Side, otherwise: string): string {
  const subject = shortWords(side.expression) ?? otherwise;
  return `${subject} ${typingWords(side.typing)}`;
}

/** What a value is, to follow its name: "is in `USD`", "is a date". */
function typingWords(typing: Typing): string {
  switch (typing.type) {
    case 'number':
      if (isPlain(typing.unit)) return plainWords(typing.unit);
      return `is in \`${unitWords(typing.unit)}\``;
    case 'text':
      return 'is text';
    case 'date':
      return 'is a date';
    case 'yes/no':
      return 'is a condition';
    case 'unknown':
      return 'is not known';
    default:
      return typing satisfies never;
  }
}

function plainWords(unit: Unit): string {
  if (unit.readings.size > 1) return `is a ${unitWords(unit)}`;
  const [reading] = unit.readings;
  if (reading === 'points') return 'is in percentage points';
  return reading === 'ratio' ? 'is a ratio' : 'is a plain number';
}

function isBare(side: Side): boolean {
  return side.typing.type === 'number' && side.typing.unit.bare === true;
}

function mend(left: Side, right: Side, bare: Side | undefined, otherUnit: Unit | undefined): string | undefined {
  if (bare !== undefined && otherUnit !== undefined && bare.expression.kind === 'number') {
    const literal = bare.expression;
    if (!isPlain(otherUnit)) return `Write \`${literalWords(literal)} ${unitWords(otherUnit)}\``;
    if (otherUnit.readings.has('ratio')) return ratioHelp(literal);
    return `Write \`${literalWords(literal)} points\``;
  }
  if (left.typing.type !== 'number' || right.typing.type !== 'number') return undefined;
  const [a, b] = [left.typing.unit, right.typing.unit];
  const [fromCurrency] = currenciesOf(a)[0] ?? [];
  const [toCurrency] = currenciesOf(b)[0] ?? [];
  if (fromCurrency !== undefined && toCurrency !== undefined && fromCurrency !== toCurrency) {
    const side = fromCurrency === 'currency' || toCurrency !== 'currency' ? left : right;
    const target = side === left ? toCurrency : fromCurrency;
    return `Convert one side, for example \`${(shortWords(side.expression) ?? '`(…)`').slice(1, -1)} in ${target}\``;
  }
  if (isPlain(a) && isPlain(b) && (a.readings.has('points') || b.readings.has('points')))
    return 'Points are differences of ratios: write `%` for a ratio, or compare a difference of two ratios with points';
  return undefined;
}

function quoteHelp(left: Side, right: Side): string {
  const answer = [left, right].find((s) => s.typing.type === 'yes/no');
  if (answer !== undefined) return answerHelp(answer, answer === left ? right : left);
  const number = [left, right].find((s) => s.expression.kind === 'number');
  const words = [left, right].find((s) => s.typing.type === 'text');
  if (number !== undefined && words !== undefined && number.expression.kind === 'number')
    return `Text is written in quotes: \`"${number.expression.value}"\``;
  return 'Compare text with text, dates with dates, numbers with numbers';
}

/** How to ask for a value that is yes or no. */
function answerHelp(answer: Side, other: Side): string {
  const words = shortWords(answer.expression)?.slice(1, -1) ?? '…';
  const { expression } = other;
  const written = expression.kind === 'text' || expression.kind === 'number' ? expression.value.toLowerCase() : '';
  if (/^(?:n|no|f|false|0)$/.test(written)) return `Write \`${words} is no\`, without quotation marks`;
  if (/^(?:y|yes|t|true|1)$/.test(written)) return `Write \`${words} is yes\`, without quotation marks`;
  return `It is yes or no: write \`${words} is yes\` or \`${words} is no\``;
}
