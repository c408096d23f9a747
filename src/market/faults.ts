import type { Diagnostic, Span } from '../diagnostics/index.ts';
import type { Dataset, TableSpec } from './dataset.ts';
import { type DataCode, finding } from './finding.ts';
import type { TableCount } from './market.ts';

/**
 * A row that something is wrong with: `row` is the line of a CSV file or the number of a Parquet row. `first`: the row that it repeats.
 */
export type FaultyRow = { file: string; row: number; value: string; first?: { file: string; row: number } };

type Fault = {
  code: DataCode;
  what: string;
  column: string | undefined;
  rows: number;
  examples: FaultyRow[];
  /** The first row of each of some values. */
  values: FaultyRow[];
  stop: boolean;
  countsFirst: boolean;
  why?: string;
  help?: string;
};

/** Gathers what is wrong with the rows of one table, so that each mistake is told once with its number of rows and some examples. */
export type Faults = {
  /**
   * @param what the sentence, in which `{value}` stands for the first faulty value
   * @param options.stop an error even where the table says `on_bad_rows: leave_out`
   * @param options.countsFirst the rows that others repeat are among `rows`
   */
  add(
    code: DataCode,
    what: string,
    column: string | undefined,
    rows: number,
    examples: FaultyRow[],
    options?: { stop?: boolean; leaveOut?: boolean; countsFirst?: boolean; why?: string; help?: string },
  ): void;
  findings(): Diagnostic[];
  leftOut(): TableCount['leftOut'];
};

const MOST_EXAMPLES = 3;
const MOST_VALUES = 5;

/** Starts gathering for one table. */
export function faultsOf(dataset: Dataset, table: TableSpec): Faults {
  const gathered = new Map<string, Fault>();
  return {
    add(code, what, column, rows, examples, options = {}) {
      const stop = options.stop === true || (options.leaveOut !== true && table.badRows === 'stop');
      const key = `${code} ${column} ${what}`;
      const countsFirst = options.countsFirst === true;
      const fault = gathered.get(key) ?? {
        code,
        what,
        column,
        rows: 0,
        examples: [],
        values: [],
        stop,
        countsFirst,
        ...pick(options),
      };
      fault.rows += rows;
      fault.examples = [...fault.examples, ...examples].slice(0, MOST_EXAMPLES);
      for (const example of examples)
        if (fault.values.length < MOST_VALUES && !fault.values.some((v) => v.value === example.value))
          fault.values.push(example);
      gathered.set(key, fault);
    },
    findings: () =>
      [...gathered.values()]
        .filter((f) => f.stop)
        .map((f) => {
          const column = f.column === undefined ? {} : { column: f.column };
          const spans = f.examples.flatMap((e): Span[] => [
            { file: e.file, row: e.row, ...column, label: `\`${shorten(e.value)}\`` },
            ...(e.first === undefined ? [] : [{ ...e.first, ...column, label: `\`${shorten(e.value)}\` first here` }]),
          ]);
          const more = f.rows - (f.countsFirst && f.examples[0]?.first !== undefined ? 2 : 1);
          const message = `${sentence(f)} in table \`${table.name}\`${more > 0 ? `, and in ${more.toLocaleString('en')} more row${more > 1 ? 's' : ''}` : ''}`;
          const leave = 'or write `on_bad_rows: leave_out` at the table to have such rows counted and listed instead';
          return finding(f.code, message, spans.length > 0 ? spans : [dataset.locate(['tables', table.name])], {
            ...pick(f),
            help: f.help === undefined ? `Mend the rows, ${leave}` : `${f.help}; ${leave}`,
          });
        }),
    leftOut: () =>
      [...gathered.values()]
        .filter((f) => !f.stop)
        .map((f) => ({
          reason: f.what.replace(/ ?`?\{value\}`?/, ''),
          rows: f.rows,
          examples: f.values.map((e) => `${e.file} row ${e.row}: ${shorten(e.value)}`),
        })),
  };
}

function sentence(fault: Fault): string {
  const first = fault.examples[0];
  return fault.what.replace('{value}', first === undefined ? '' : shorten(first.value));
}

function shorten(value: string): string {
  const shown = value.replaceAll('\0', '␀').replace(/\s+/g, ' ');
  return shown.length > 40 ? `${shown.slice(0, 30)}… (${value.length} characters)` : shown;
}

function pick(options: { why?: string; help?: string }): { why?: string; help?: string } {
  return {
    ...(options.why === undefined ? {} : { why: options.why }),
    ...(options.help === undefined ? {} : { help: options.help }),
  };
}
