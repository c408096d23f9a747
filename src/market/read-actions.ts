import { tellAmbiguous } from './ambiguous-symbols.ts';
import type { TableSpec } from './dataset.ts';
import { DATA_CODES } from './finding.ts';
import { ACTION_KINDS, ALWAYS, type ActionKind, type CorporateAction, type EntityTable } from './market.ts';
import { lineOfSymbol, linesWithSymbol, type SymbolBook } from './symbol-book.ts';
import { KNOWN, knownCell, type Reading, readTable, type WantedCell } from './table-reader.ts';
import type { Records } from './records.ts';

type Term = 'ratio' | 'amount' | 'currency' | 'price' | 'other' | 'symbol' | 'value';

/** The terms that an action of a kind cannot do without. */
export const ACTION_TERMS: Record<ActionKind, Term[]> = {
  split: ['ratio'],
  stock_dividend: ['ratio'],
  cash_dividend: ['amount'],
  special_dividend: ['amount'],
  spin_off: ['ratio'],
  rights: ['ratio', 'price'],
  merger_cash: ['amount'],
  merger_stock: ['other', 'ratio'],
  delisting: [],
  suspension: [],
  resumption: [],
  share_change: ['value'],
  symbol_change: ['symbol'],
};

/** What corporate actions are held against. */
export type ActionWorld = {
  lines: EntityTable;
  book: SymbolBook;
  /** The last close of a line before a day, in the currency of the line. */
  closeBefore: (line: number, day: number) => number | undefined;
  currencyOf: string[];
  /** What tables that were read before say; two rows may not say the same. */
  seen: Map<string, ReturnType<Records['place']>>;
};

/** Reads a table of corporate actions, in the order of its rows. */
export async function readActions(
  reading: Reading,
  table: TableSpec,
  { lines, book, closeBefore, currencyOf, seen }: ActionWorld,
): Promise<CorporateAction[]> {
  const key = table.lineBy === 'symbol' ? 'symbol_key' : 'line';
  const positive = { negative: 'fault', zero: 'fault' } as const;
  const cells: [string, WantedCell['type'], WantedCell['rule']?][] = [
    [key, 'text', { required: true }],
    ['ex_date', 'date', { required: true }],
    ['action', 'text', { required: true, choices: ACTION_KINDS }],
    ['ratio', 'number', positive],
    ['amount', 'number', positive],
    ['currency', 'text'],
    ['price', 'number', { negative: 'fault' }],
    ['other', 'text'],
    ['symbol', 'text'],
    ['value', 'number', { negative: 'fault' }],
  ];
  const wanted = cells.flatMap(([role, type, rule]): WantedCell[] => {
    const spec = table.roles[role];
    return spec === undefined ? [] : [{ key: role, spec, type, ...(rule === undefined ? {} : { rule }) }];
  });
  const read = await readTable(reading, table, [...wanted, ...knownCell(table)]);
  if (read === undefined) return [];
  const { records, faults } = read;
  const actions: CorporateAction[] = [];
  const mergers: Merger[] = [];
  const lineOf = (id: string, day: number) =>
    table.lineBy === 'symbol' ? lineOfSymbol(book, id, day) : lines.index.get(id);
  for (let row = 0; row < records.rows; row += 1) {
    const place = records.place(row);
    const kind = records.text('action', row) as ActionKind;
    const exDate = records.number('ex_date', row);
    const known = table.known === 'always' ? ALWAYS : table.known === 'date' ? exDate : records.number(KNOWN, row);
    const id = records.text(key, row)!;
    const line = lineOf(id, exDate);
    const otherId = records.text('other', row);
    const other = otherId === undefined ? undefined : lineOf(otherId, exDate);
    const doubtful = (table.lineBy === 'symbol' ? [[key, id] as const, ['other', otherId] as const] : []).find(
      ([, word]) => word !== undefined && linesWithSymbol(book, word, exDate).length > 1,
    );
    if (doubtful !== undefined) {
      const [role, symbol] = doubtful;
      const among = linesWithSymbol(book, symbol!, exDate).map((l) => lines.ids[l]!);
      tellAmbiguous(faults, among, symbol!, table.roles[role]?.column, place);
      continue;
    }
    const unknownOther = otherId !== undefined && other === undefined;
    if (line === undefined || unknownOther) {
      faults.add(
        DATA_CODES.unknownLine,
        line === undefined
          ? 'A row is about a line that is not in the data set: `{value}`'
          : `The other line of a ${kind} is not in the data set: \`{value}\``,
        table.roles[line === undefined ? key : 'other']?.column,
        1,
        [{ ...place, value: line === undefined ? id : otherId! }],
        {
          leaveOut: table.unknownLines === 'leave_out',
          help: 'Add it to the table of lines, or write `unknown_lines: leave_out` at the table',
        },
      );
      continue;
    }
    if (known > exDate) {
      faults.add(
        DATA_CODES.knownTooLate,
        `A ${kind} is known only after it took effect: \`{value}\``,
        undefined,
        1,
        [{ ...place, value: id }],
        { why: 'A rulebook would have to act on it before it could know of it' },
      );
      continue;
    }
    const action: CorporateAction = { line, exDate, known, kind, row: place.row };
    for (const term of ['ratio', 'amount', 'price', 'value'] as const) {
      const value = records.number(term, row);
      if (!Number.isNaN(value)) action[term] = value;
    }
    const currency = records.text('currency', row);
    if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
      const capitals = currency.toUpperCase();
      faults.add(
        DATA_CODES.notAChoice,
        `The currency of a ${kind} is none: \`{value}\``,
        table.roles.currency?.column,
        1,
        [{ ...place, value: currency }],
        {
          why: 'Currencies are three capitals, and nothing is converted by guess',
          help: /^[A-Z]{3}$/.test(capitals)
            ? `Write \`${capitals}\`, if that is what is meant`
            : 'Write three capitals, such as `USD`',
        },
      );
      continue;
    }
    if (currency !== undefined) action.currency = currency;
    const symbol = records.text('symbol', row);
    if (symbol !== undefined) action.symbol = symbol;
    if (other !== undefined) action.other = other;
    const lacking = ACTION_TERMS[kind].find((term) => action[term] === undefined);
    if (lacking !== undefined) {
      faults.add(
        DATA_CODES.termMissing,
        `A ${kind} has no \`${lacking}\`: \`{value}\``,
        table.roles[lacking]?.column,
        1,
        [{ ...place, value: id }],
        { help: `A ${kind} needs ${ACTION_TERMS[kind].map((t) => `\`${t}\``).join(' and ')}` },
      );
      continue;
    }
    if (other === line) {
      faults.add(
        DATA_CODES.impossibleMerger,
        `A ${kind} of \`{value}\` names the line itself as the other one`,
        table.roles.other?.column,
        1,
        [{ ...place, value: id }],
        {
          stop: true,
          why: 'Nobody gets shares of what they hold in place of it',
          help: 'Write the line whose shares are given',
        },
      );
      continue;
    }
    const close = kind === 'cash_dividend' ? closeBefore(line, exDate) : undefined;
    const paidIn = action.currency ?? currencyOf[line]!;
    if (close !== undefined && paidIn === currencyOf[line] && action.amount! >= close) {
      faults.add(
        DATA_CODES.tooLargeDividend,
        'A cash dividend is not smaller than the close before its ex-date: `{value}`',
        table.roles.amount?.column,
        1,
        [{ ...place, value: `${id}: ${action.amount} at a close of ${close}` }],
        {
          why: 'The share would be worth less than nothing after it',
          help: 'Look for pence in place of pounds, or for another currency or line',
        },
      );
      continue;
    }
    const same = namesOf(action, paidIn);
    const first = same.map((name) => seen.get(name)).find((before) => before !== undefined);
    if (first !== undefined) {
      faults.add(
        DATA_CODES.duplicateKey,
        `There are several rows for one ${kind} of \`{value}\``,
        table.roles[key]?.column,
        1,
        [{ ...place, value: id, first }],
        { stop: true, why: 'It would be applied twice' },
      );
      continue;
    }
    for (const name of same) seen.set(name, place);
    actions.push(action);
    if (kind === 'merger_stock') mergers.push({ ...place, value: id, line, other: other!, exDate });
  }
  for (const merger of circles(mergers)) {
    faults.add(
      DATA_CODES.impossibleMerger,
      'Lines merge into one another on one day: `{value}` becomes shares of a line that becomes its shares',
      table.roles.other?.column,
      1,
      [merger],
      {
        stop: true,
        why: 'In the end there would be no line left to hold',
        help: 'Keep the row of the line that was bought',
      },
    );
  }
  read.finish(actions.length);
  return actions;
}

type Merger = { line: number; other: number; exDate: number; file: string; row: number; value: string };

/** Mergers of one day that lead back to their own line. */
function circles(mergers: readonly Merger[]): Merger[] {
  const buyer = new Map(mergers.map((m) => [`${m.exDate} ${m.line}`, m.other]));
  return mergers.filter((merger) => {
    let at: number | undefined = merger.other;
    for (const seen = new Set<number>(); at !== undefined && !seen.has(at); at = buyer.get(`${merger.exDate} ${at}`)) {
      if (at === merger.line) return true;
      seen.add(at);
    }
    return false;
  });
}

/**
 * What makes two rows one action: line, day and kind; of dividends the amount too, since a line may pay several on a day. A split and a stock
 * dividend that give as many new shares are one.
 */
function namesOf({ line, exDate, kind, other, amount, ratio }: CorporateAction, paidIn: string): string[] {
  const at = `${line} ${exDate}`;
  if (kind === 'cash_dividend' || kind === 'special_dividend') return [`${at} ${kind} ${amount} ${paidIn}`];
  const after = kind === 'split' ? ratio! : kind === 'stock_dividend' ? 1 + ratio! : undefined;
  return [`${at} ${kind} ${other ?? ''}`, ...(after === undefined ? [] : [`${at} shares ${after.toPrecision(12)}`])];
}
