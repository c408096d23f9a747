/**
 * The cells of the record of a CSV text (RFC 4180) that begins at an offset. `next`: where the one after it begins; `ended`: it has
 * a line end; `open`: its last cell begins with a quotation mark that nothing closes.
 */
export function csvRecord(
  text: string,
  from: number,
  separator: string,
): { cells: string[]; next: number; ended: boolean; open: boolean } {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = from; i < text.length; i += 1) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += c;
        i += 1;
      } else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === separator) {
      cells.push(cell);
      cell = '';
    } else if (c === '\n' || c === '\r') {
      const next = c === '\r' && text[i + 1] === '\n' ? i + 2 : i + 1;
      return { cells: [...cells, cell], next, ended: true, open: false };
    } else cell += c;
  }
  return { cells: [...cells, cell], next: text.length, ended: false, open: quoted };
}
