import { type CellSql, cellSql } from './cells.ts';
import type { Database } from './database.ts';
import { moneyOf } from './declared-fields.ts';
import { DATA_CODES } from './finding.ts';
import type { PriceFile } from './price-table.ts';
import { numbered, rowPlace } from './row-sql.ts';
import { rowsOf, whereSql } from './source.ts';

/**
 * The currency of each line that has price rows, where the table of prices has a column for it. A line in two currencies, and
 * a row in another currency than a field's unit says, are told to the file's faults.
 */
export async function priceCurrencies(database: Database, files: PriceFile[]): Promise<Map<string, string>> {
  const currencies = new Map<string, string>();
  for (const { table, file, line, fields, faults } of files) {
    const spec = table.roles.currency;
    if (spec?.column === undefined) continue;
    const cell: CellSql = cellSql('currency', spec, 'text', file.columns.get(spec.column), {});
    const rows = `SELECT ${line.value} AS k, ${cell.value} AS c, "#row" AS r FROM ${numbered(file)} WHERE ${whereSql(table)}`;
    const found = await rowsOf(
      database,
      file,
      `SELECT k, c, min(r), count(*) FROM (${rows}) WHERE k IS NOT NULL GROUP BY k, c ORDER BY 3`,
    );
    const place = rowPlace(file, new Set());
    const priced = fields
      .map((f) => ({ name: f.field.info.name, money: moneyOf(f.field.info.unit) }))
      .filter((f) => f.money !== undefined);
    for (const [k, c, r, count] of found) {
      const id = String(k);
      const example = [{ file: file.path, row: place(Number(r)), value: c === null ? '' : `${id} in ${String(c)}` }];
      const before = currencies.get(id);
      const other = priced.find((f) => f.money !== 'currency' && f.money !== c);
      if (c === null)
        faults.add(DATA_CODES.blank, `\`${spec.column}\` is blank`, spec.column, Number(count), example, {
          stop: true,
        });
      else if (before !== undefined && before !== c) {
        const why = `Its other rows are in ${before}; values in two currencies cannot be compared`;
        faults.add(
          DATA_CODES.mixedCurrencies,
          'A line is priced in two currencies: `{value}`',
          spec.column,
          Number(count),
          example,
          { stop: true, why, help: 'Make it two lines, or convert the rows' },
        );
      } else if (other !== undefined) {
        const help = 'Write `unit: currency per share` if each line has its own currency';
        faults.add(
          DATA_CODES.mixedCurrencies,
          `\`${other.name}\` is declared in ${other.money} but a row is in another currency: \`{value}\``,
          spec.column,
          Number(count),
          example,
          { stop: true, help },
        );
      } else currencies.set(id, String(c));
    }
  }
  return currencies;
}
