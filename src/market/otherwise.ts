import { epochDay } from '../calendar/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { CellSpec, Dataset } from './dataset.ts';
import { DATA_CODES, type DataCode, finding } from './finding.ts';
import type { FieldType } from './market.ts';

type Otherwise = NonNullable<CellSpec['otherwise']>;

/** What stands in a column where the declaration says `otherwise`: a number, the epoch day of a date, 1 or 0 for yes or no, or a text. */
export function otherwiseValue(type: FieldType, otherwise: Otherwise): number | string {
  switch (type) {
    case 'text':
      return String(otherwise);
    case 'number':
      return Number(otherwise);
    case 'date':
      return epochDay(String(otherwise));
    case 'yes/no':
      return yes(otherwise) ? 1 : 0;
    default:
      return type satisfies never;
  }
}

/** What is wrong with an `otherwise`, by the rules that cells of its field follow. */
export function otherwiseFaults(
  dataset: Dataset,
  spec: CellSpec,
  type: FieldType,
  sign: { zero: boolean; negative: boolean },
  path: (string | number)[],
): Diagnostic[] {
  const { otherwise } = spec;
  if (otherwise === undefined) return [];
  const told = (code: DataCode, what: string, help: string) => [
    finding(code, `\`otherwise: ${String(otherwise)}\` ${what}`, [dataset.locate([...path, 'otherwise'])], { help }),
  ];
  if (type === 'date')
    return isDate(String(otherwise))
      ? []
      : told(DATA_CODES.notADate, 'is not a date', 'Write a day of the calendar: 2024-02-29');
  if (type === 'yes/no')
    return typeof otherwise === 'boolean' || yes(otherwise) || /^(no|false|0)$/i.test(String(otherwise))
      ? []
      : told(DATA_CODES.notYesNo, 'is neither yes nor no', 'Write `yes` or `no`');
  if (type === 'text') return [];
  if (typeof otherwise === 'boolean' || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,4})?$/i.test(String(otherwise)))
    return told(DATA_CODES.notANumber, 'is not a number', 'Write a number such as 1234.5');
  const value = Number(otherwise);
  if (!Number.isFinite(value))
    return told(DATA_CODES.tooManyDigits, 'is larger than can be kept exactly', 'Write a smaller number');
  if (value < 0 && !sign.negative)
    return told(DATA_CODES.negative, 'is negative', 'If it can be negative, write `allow: [negative]` at the field');
  if (value === 0 && !sign.zero)
    return told(
      DATA_CODES.zero,
      'is zero',
      'Leave `otherwise` out where there is no value; if zero is right, write `allow: [zero]`',
    );
  return [];
}

function yes(value: Otherwise): boolean {
  return value === true || /^(yes|true|1)$/i.test(String(value));
}

function isDate(text: string): boolean {
  try {
    epochDay(text);
    return true;
  } catch {
    return false;
  }
}
