import { isoDate } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { ALWAYS, type Column, type Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { scopeOf } from '../names/scope.ts';
import { finding } from '../support/finding.ts';
import { someTold } from './some-of.ts';
import { symbolOf } from './symbol-of.ts';

/**
 * Above this, most values of a ratio are percentages taken as they are; below a hundredth of it, all of a percentage
 * are ratios.
 */
const most = 1.5;

type Numbers = Extract<Column, { kind: 'series' | 'steps' }>;

/** RB5106: a ratio or percentage whose values are a hundred times too large or too small to be meant. */
export function checkRatios(context: CheckContext, market: Market): Diagnostic[] {
  return [...scopeOf(context.rulebook).fields.values()].flatMap(([declared]) => {
    const { name, unit } = declared!.what;
    const column = market.fields.get(name);
    if (!['ratio', '%', 'percent'].includes(unit) || column === undefined) return [];
    if (column.kind !== 'series' && column.kind !== 'steps') return [];
    const found = wrongBy(column);
    if (found === undefined) return outOfRange(context, market, column, declared!.pointer);
    const of = exampleOf(market, column, found.at);
    const shown = `\`${shorter(found.value)}\`${of === undefined ? '' : ` for \`${of}\``} is ${shorter(found.value * 100)}%`;
    const [message, help] = found.large
      ? [
          `most values of \`${name}\` are above ${most * 100}%: ${shown}`,
          `write \`unit: percent\` at the field in \`dataset.yaml\`, if ${shorter(found.value)} in the file means ${shorter(found.value)}%`,
        ]
      : [
          `no value of \`${name}\` is above ${most}%: ${shown}`,
          `write \`unit: ratio\` at the field in \`dataset.yaml\`, if ${shorter(found.value * 100)} in the file means ${shorter(found.value * 10_000)}%`,
        ];
    return [
      finding(
        'warning',
        'RB5106',
        message,
        [context.span(declared!.pointer)],
        'a bound such as 15% would be met by all, or by none',
        help,
      ),
    ];
  });
}

/** How many of the values may be out of range before it is they that are the range. */
const fewest = 0.02;
/** How far beyond all others, and how many others, it takes to say so. */
const beyond = 1.2;
const others = 10;

/** RB5121: a few values above 100% among fractions. */
function outOfRange(context: CheckContext, market: Market, column: Numbers, pointer: string): Diagnostic[] {
  const { info, values } = column;
  let [known, whole, largest, least] = [0, 0, 0, Number.POSITIVE_INFINITY];
  const outside: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    // What can be negative is no part of a whole.
    if (value < 0) return [];
    known += 1;
    if (value > 1) {
      if (outside.length < 1000) outside.push(i);
      else return [];
      least = Math.min(least, value);
    } else largest = Math.max(largest, value);
    if (value === 1) whole += 1;
  }
  const within = known - outside.length;
  const bounded = least >= beyond * largest || whole >= within / 100;
  if (outside.length === 0 || within < others || outside.length > Math.max(1, known * fewest) || !bounded) return [];
  const told = outside.map((at) => {
    const of = exampleOf(market, column, at);
    const day = column.kind === 'series' ? market.days[at % market.days.length]! : column.dates[at]!;
    const since = day === ALWAYS ? '' : column.kind === 'series' ? ` on ${isoDate(day)}` : ` from ${isoDate(day)}`;
    return `${of === undefined ? 'the value' : `\`${of}\``}${since} is ${shorter(values[at]! * 100)}%`;
  });
  return [
    finding(
      'warning',
      'RB5121',
      `${outside.length === 1 ? `a value of \`${info.name}\` is` : `${outside.length} values of \`${info.name}\` are`} above 100%, the other ${within.toLocaleString('en')} are not: ${someTold(told)}`,
      [context.span(pointer)],
      'a part of a whole is at most all of it; one that is more weighs too much',
      'mend the value in the table; in a file of percentages 23 is 23%, in one of ratios 0.23 is',
    ),
  ];
}

/** Where most values are percentages read as ratios, or (for what the data set has in percent) all are ratios read as percentages. */
function wrongBy({ info, values }: Numbers): { large: boolean; value: number; at: number } | undefined {
  let known = 0;
  let above = 0;
  let some = false;
  let example = -1;
  let small = -1;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    known += 1;
    if (value > most) {
      above += 1;
      if (example < 0) example = i;
    } else if (Math.abs(value) > most / 100) some = true;
    else if (value !== 0 && small < 0) small = i;
  }
  if (above * 2 > known) return { large: true, value: values[example]!, at: example };
  const percent = info.unit === '%' || info.unit === 'percent';
  return percent && above === 0 && !some && small >= 0 ? { large: false, value: values[small]!, at: small } : undefined;
}

function exampleOf(market: Market, column: Numbers, at: number): string | undefined {
  const entity =
    column.kind === 'series'
      ? Math.floor(at / market.days.length)
      : column.offsets.findLastIndex((start) => start <= at);
  if (column.domain === 'line') return symbolOf(market, entity);
  return column.domain === 'company' ? market.companies.ids[entity] : market.groups.get(column.domain)?.ids[entity];
}

/** A number as one reads it: at most six digits, with separators. */
function shorter(value: number): string {
  return Number(value.toPrecision(6)).toLocaleString('en', { maximumFractionDigits: 10 });
}
