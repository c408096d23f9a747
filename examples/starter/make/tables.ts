/** The tables of the market as rows of text, in the order in which they are written. */
export type Tables = {
  prices: { line: string; date: string; close: string; volume: string }[];
  lines: Record<string, string>[];
  companies: Record<string, string>[];
  shares: Record<string, string>[];
  dividends: Record<string, string>[];
  actions: Record<string, string>[];
  fx: Record<string, string>[];
  decisions: Record<string, string>[];
  constituents: Record<string, string>[];
  sessions: Record<string, string>[];
};

export function emptyTables(): Tables {
  return {
    prices: [],
    lines: [],
    companies: [],
    shares: [],
    dividends: [],
    actions: [],
    fx: [],
    decisions: [],
    constituents: [],
    sessions: [],
  };
}

/** Rows as CSV; cells with a comma or a quote are quoted. */
export function csv(rows: Record<string, string>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [columns, ...rows.map((row) => columns.map((column) => cell(row[column] ?? '')))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
}
