/** CSV (RFC 4180, lines ended by `\n`): cells with a comma, quote or line break are quoted. */
export function csvText(head: string[], rows: Iterable<string[]>): string {
  const lines = [head.join(',')];
  for (const row of rows) lines.push(row.map(cell).join(','));
  return `${lines.join('\n')}\n`;
}

function cell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
