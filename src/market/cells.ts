import type { CellSpec } from './dataset.ts';
import { sqlName, sqlText } from './database.ts';
import { DATA_CODES, type DataCode } from './finding.ts';
import type { FieldType } from './market.ts';

/** What can be wrong with a cell: `test` is SQL that is true where it is, `what` says it ("is not a number"). */
export type CellFault = {
  code: DataCode;
  cell: string;
  column: string;
  what: string;
  test: string;
  raw: string;
  /** Seen from the value itself, without SQL: it is absent, negative, zero or infinite. */
  quick?: true;
  why?: string;
  help?: string;
};

/** How one cell of a row is read, as SQL over the columns of one file. */
export type CellSql = {
  key: string;
  type: FieldType;
  /** The column of the file that it is read from, absent where it is none. */
  column?: string;
  /** DOUBLE (number, yes/no), INTEGER epoch day (date) or VARCHAR (text); NULL where there is no value. */
  value: string;
  /** The number as written where its digits have to be compared with what was kept, NULL elsewhere; absent where they never have to. */
  digits?: string;
  /** True where the file has a value that is declared to mean "not known". */
  missing?: string;
  faults: CellFault[];
  /** The number before values that mean "not known" are taken out, where these are all numbers: SQL is slow at that. */
  unfiltered?: { value: string; missing: number[] };
  rule: CellRule;
  /** The same in every row. */
  constant: boolean;
};

export type CellRule = {
  required?: boolean;
  zero?: 'allowed' | 'fault';
  negative?: 'allowed' | 'fault';
  choices?: readonly string[];
};

const NUMBER = '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,4})?';
const DATE = '[0-9]{4}-[0-9]{2}-[0-9]{2}';

/**
 * Writes the SQL that reads one cell.
 *
 * @param columnType SQL type of the column in this file; undefined where it is absent (an optional column)
 */
export function cellSql(
  key: string,
  spec: CellSpec,
  type: FieldType,
  columnType: string | undefined,
  rule: CellRule = {},
): CellSql {
  const source =
    spec.column === undefined
      ? sqlText(String(spec.constant))
      : columnType === undefined
        ? 'CAST(NULL AS VARCHAR)'
        : sqlName(spec.column);
  const sourceType = spec.column === undefined || columnType === undefined ? 'VARCHAR' : columnType;
  const base = sourceType === 'VARCHAR' ? `trim(${source})` : `CAST(${source} AS VARCHAR)`;
  const raw = sourceType === 'VARCHAR' ? `CAST(${source} AS VARCHAR)` : base;
  const text = `nullif(${base}, '')`;
  // Turning typed values into text only to see whether they are there would take longer than reading them.
  const present = sourceType === 'VARCHAR' ? `${text} IS NOT NULL` : `${source} IS NOT NULL`;
  const column = spec.column ?? key;
  const fault = (
    code: DataCode,
    what: string,
    test: string,
    more: { why?: string; help?: string; quick?: true } = {},
  ): CellFault => ({ code, cell: key, column, what, test, raw, ...more });
  const read = reader();
  const numbers = type === 'number' ? (spec.missing ?? []).filter((m) => typeof m === 'number') : [];
  const quickMissing = sourceType !== 'VARCHAR' && numbers.length === spec.missing?.length;
  const missing = missingSql();
  const unless = (test: string) => (missing === undefined ? test : `NOT ${missing} AND (${test})`);
  const value = missing === undefined ? read.value : `CASE WHEN NOT ${missing} THEN ${read.value} END`;
  const faults = read.faults.map((f) => ({ ...f, test: unless(f.test) }));
  if (type === 'number' && rule.negative === 'fault')
    faults.push(
      fault(DATA_CODES.negative, 'is negative', unless(`${read.value} < 0`), {
        quick: true,
        help: 'If it can be negative, write `allow: [negative]` at the field',
      }),
    );
  if (type === 'number' && rule.zero === 'fault')
    faults.push(
      fault(DATA_CODES.zero, 'is zero', unless(`${read.value} = 0`), {
        quick: true,
        help: 'If zero means that there is no value, write `missing: [0]` at the field; if it is right, `allow: [zero]`',
      }),
    );
  if (rule.required === true) faults.push(fault(DATA_CODES.blank, 'is blank', `(${value}) IS NULL`, { quick: true }));
  return {
    key,
    type,
    ...(spec.column === undefined || columnType === undefined ? {} : { column: spec.column }),
    value,
    faults,
    ...(read.digits === undefined
      ? {}
      : { digits: missing === undefined ? read.digits : `CASE WHEN NOT ${missing} THEN ${read.digits} END` }),
    ...(missing === undefined ? {} : { missing }),
    ...(missing === undefined || !quickMissing ? {} : { unfiltered: { value: read.value, missing: numbers } }),
    rule,
    constant: spec.column === undefined,
  };

  function missingSql(): string | undefined {
    const values = spec.missing ?? [];
    const texts = values
      .filter((m) => sourceType === 'VARCHAR' || !numbers.includes(m as number))
      .map((m) => sqlText(String(m)));
    const tests = [
      ...(numbers.length === 0 ? [] : [`${read.value} IN (${numbers.join(', ')})`]),
      ...(texts.length === 0 ? [] : [`${text} IN (${texts.join(', ')})`]),
    ];
    return tests.length === 0 ? undefined : `coalesce(${tests.join(' OR ')}, false)`;
  }

  function reader(): { value: string; digits?: string; faults: CellFault[] } {
    switch (type) {
      case 'text':
        return textReader();
      case 'yes/no':
        return yesNoReader();
      case 'date':
        return dateReader();
      case 'number':
        return numberReader();
      default:
        return type satisfies never;
    }
  }

  function textReader() {
    const faults: CellFault[] = [];
    let out = text;
    if (spec.map !== undefined) {
      const cases = Object.entries(spec.map).map(([from, to]) => `WHEN ${sqlText(from)} THEN ${sqlText(String(to))}`);
      out = `CASE ${text} ${cases.join(' ')}${spec.others === 'keep' ? ` ELSE ${text}` : ''} END`;
      if (spec.others !== 'keep') {
        const names = Object.keys(spec.map).map(sqlText).join(', ');
        faults.push(
          fault(DATA_CODES.notMapped, 'is not in its `map`', `${text} NOT IN (${names})`, {
            help: 'Add it to `map`, or write `others: keep` to take other texts as they are',
          }),
        );
      }
    }
    if (rule.choices !== undefined) {
      const help = `It is one of ${rule.choices.map((c) => `\`${c}\``).join(', ')}; \`map\` translates other words`;
      faults.push(
        fault(
          DATA_CODES.notAChoice,
          'is not a word that is known here',
          `${out} NOT IN (${rule.choices.map(sqlText).join(', ')})`,
          { help },
        ),
      );
    }
    return { value: out, faults };
  }

  function yesNoReader() {
    const words = (answer: boolean) => {
      const plain = answer ? ['yes', 'true', '1'] : ['no', 'false', '0'];
      const mapped = Object.entries(spec.map ?? {}).filter(
        ([, to]) => (typeof to === 'boolean' ? to : to.toLowerCase() === 'yes') === answer,
      );
      return (
        (spec.map === undefined ? plain : mapped.map(([from]) => from.toLowerCase())).map(sqlText).join(', ') || "''"
      );
    };
    const out = `CASE WHEN lower(${text}) IN (${words(true)}) THEN 1.0::DOUBLE WHEN lower(${text}) IN (${words(false)}) THEN 0.0::DOUBLE END`;
    return {
      value: out,
      faults: [
        fault(DATA_CODES.notYesNo, 'is neither yes nor no', `${text} IS NOT NULL AND (${out}) IS NULL`, {
          help: 'Yes and no are `yes`/`no`, `true`/`false` or `1`/`0`; `map` translates other words',
        }),
      ],
    };
  }

  function dateReader() {
    const typed = sourceType === 'DATE' || sourceType.startsWith('TIMESTAMP');
    const day = `CASE WHEN regexp_full_match(${base}, '${DATE}') THEN TRY_CAST(${base} AS DATE) END`;
    const finite = typed ? `CASE WHEN isfinite(${source}) THEN CAST(${source} AS DATE) END` : day;
    const out = `CAST((${finite}) - DATE '1970-01-01' AS INTEGER)`;
    const clock = sourceType.startsWith('TIMESTAMP')
      ? ` OR CAST(${source} AS DATE)::TIMESTAMP <> ${source}::TIMESTAMP`
      : '';
    return {
      value: out,
      faults: [
        fault(DATA_CODES.notADate, 'is not a date', `(${present} AND (${out}) IS NULL)${clock}`, {
          help: 'Dates are days of the calendar, written 2024-02-29',
          ...(clock === '' ? { quick: true } : {}),
        }),
      ],
    };
  }

  function numberReader() {
    const shift = Math.round(Math.log10(spec.scale ?? 1)) - (spec.unit === 'percent' || spec.unit === '%' ? 2 : 0);
    const notNumber = (test: string) =>
      fault(DATA_CODES.notANumber, 'is not a number', test, {
        help: 'Numbers are written 1234.5, without separators of thousands or signs of currency; `missing` names texts that mean "not known"',
      });
    const tooMany = (test: string) =>
      fault(DATA_CODES.tooManyDigits, 'has more digits, or is larger or smaller, than can be kept exactly', test, {
        why: 'Numbers are kept with 15 to 17 significant digits, and every one must mean exactly what the file says',
      });
    if (sourceType === 'DOUBLE' && shift === 0)
      return {
        // NaN is how files of floating-point columns say that there is no value.
        value: source,
        faults: [{ ...notNumber(`isinf(${source})`), quick: true as const }],
      };
    if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(sourceType) && shift === 0) {
      const number = `CAST(${source} AS DOUBLE)`;
      if (!/BIG|HUGE/.test(sourceType)) return { value: number, faults: [] };
      const lossy = `(${source} > 9007199254740992 OR ${source} < -9007199254740992) AND CAST(${number} AS HUGEINT) <> ${source}`;
      return {
        // What is not kept is seen to be infinite.
        value: `CASE WHEN ${lossy} THEN 'infinity'::DOUBLE ELSE ${number} END`,
        faults: [{ ...tooMany(lossy), quick: true as const }],
      };
    }
    const isNumber = `regexp_full_match(${base}, '${NUMBER}')`;
    const mantissa = `regexp_extract(${base}, '^[^eE]*')`;
    const exponent = `coalesce(TRY_CAST(regexp_extract(${base}, '[eE](.*)$', 1) AS INTEGER), 0)`;
    const written = shift === 0 ? base : `${mantissa} || 'e' || CAST(${exponent} + (${shift}) AS VARCHAR)`;
    const number = `TRY_CAST(${written} AS DOUBLE)`;
    const out = `CASE WHEN ${isNumber} THEN ${number} END`;
    const lost = `${isNumber} AND (${number} IS NULL OR NOT isfinite(${number}) OR (abs(${number}) < 1e-290 AND regexp_matches(${mantissa}, '[1-9]')))`;
    return {
      value: out,
      digits: `CASE WHEN length(${base}) > 15 AND ${isNumber} THEN ${written} END`,
      faults: [notNumber(`${present} AND NOT ${isNumber}`), tooMany(lost)],
    };
  }
}
