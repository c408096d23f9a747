import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Column, Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { scopeOf } from '../names/scope.ts';
import { finding } from '../support/finding.ts';
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
    if (found === undefined) return [];
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

/**
 * Where most values are percentages read as ratios, or (for what the data set has in percent) all are ratios read as
 * percentages.
 */
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
