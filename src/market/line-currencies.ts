import type { Diagnostic } from '../diagnostics/index.ts';
import type { Dataset, TableSpec } from './dataset.ts';
import { type DeclaredField, moneyOf } from './declared-fields.ts';
import { DATA_CODES, finding } from './finding.ts';
import type { LineRow } from './read-lines.ts';

/** The one currency in a unit of money; undefined where it is each line's own, or no money. */
export function fixedCurrency(unit: string | undefined): string | undefined {
  const money = moneyOf(unit);
  return money === 'currency' ? undefined : money;
}

/** A field in each line's own currency needs lines that have one. */
export function currenciesAreThere(
  dataset: Dataset,
  fields: DeclaredField[],
  currencyOf: readonly string[],
  rows: readonly (LineRow | undefined)[],
): Diagnostic[] {
  const field = fields.find((f) => moneyOf(f.info.unit) === 'currency');
  if (field === undefined || !currencyOf.includes('')) return [];
  const message = `\`${field.info.name}\` is in each line's own currency, and the data set does not say what that is`;
  // Where the table has a column for it, rows are at fault and not the description.
  const blank = rows.flatMap((row, line) =>
    currencyOf[line] === '' && row?.table.roles.currency !== undefined ? [row] : [],
  );
  if (blank.length > 0) {
    const [first] = blank;
    const column = first!.table.roles.currency?.column;
    const more = blank.length === 1 ? '' : `, and in ${blank.length - 1} more row${blank.length === 2 ? '' : 's'}`;
    const spans = blank.slice(0, 3).map((row) => ({
      ...row.records.place(row.row),
      ...(column !== undefined && { column }),
      label: `\`${row.id}\``,
    }));
    return [
      finding(
        DATA_CODES.blank,
        `\`${column ?? 'currency'}\` is blank for \`${first!.id}\` in table \`${first!.table.name}\`${more}`,
        spans,
        { why: message, help: 'Say in which currency the line trades, such as `USD`' },
      ),
    ];
  }
  return [
    finding(DATA_CODES.badDeclaration, message, [dataset.locate([...field.path, 'unit'])], {
      help: 'Add `currency:` to the table of lines, as a column or as `{constant: USD}`',
    }),
  ];
}

/** Levels are made of closes, each taken to be in the currency of its line. */
export function closesAreInCurrency(
  dataset: Dataset,
  prices: readonly TableSpec[],
  ids: readonly string[],
  currencyOf: readonly string[],
): Diagnostic[] {
  return prices.flatMap((table) => {
    const unit = table.fields.close?.unit;
    const money = fixedCurrency(unit);
    if (money === undefined) return [];
    const others = currencyOf.flatMap((currency, line) => (currency === money ? [] : [line]));
    if (others.length === 0) return [];
    const first = currencyOf[others[0]!]!;
    const example = `\`${ids[others[0]!]}\``;
    const lines =
      others.length === 1
        ? `the line ${example} trades`
        : `${others.length.toLocaleString('en')} of the ${ids.length.toLocaleString('en')} lines, such as ${example}, trade`;
    const currencies = others.every((line) => currencyOf[line] === first) ? first : 'other currencies';
    const place = dataset.locate(['tables', table.name, 'fields', 'close', 'unit']);
    return finding(DATA_CODES.mixedCurrencies, `\`close\` is in \`${unit}\`, but ${lines} in ${currencies}`, [place], {
      why: `Levels are made of closes, each in the currency of its line: ${money} would be counted as ${first}`,
      help: 'Correct the unit or the currency of the lines; `unit: currency per share` where each line has its own',
    });
  });
}
