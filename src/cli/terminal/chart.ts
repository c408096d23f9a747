/** What a chart needs to know of the terminal; `dates`: those of the values, to stand below them. */
export type ChartSize = { columns: number; rows: number; unicode: boolean; dates?: string[] };

// Dots of a braille cell by column and row, as bits of the character.
const dots = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
];

/**
 * A line through values in their order, over the full width, as lines of text with the highest and lowest value beside
 * it and dates below. Braille dots where the terminal shows them, else `*`. Nothing for fewer than two values.
 */
export function chart(values: number[], labels: (value: number) => string, size: ChartSize): string[] {
  if (values.length < 2) return [];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const names = [labels(high), labels(low)];
  const gutter = Math.max(...names.map((n) => n.length));
  const columns = Math.max(10, size.columns - gutter - 3);
  const [perColumn, perRow] = size.unicode ? [2, 4] : [1, 1];
  const wide = columns * perColumn;
  const tall = size.rows * perRow;
  const cells = Array.from({ length: size.rows }, () => new Uint8Array(columns));
  let before: number | undefined;
  for (let x = 0; x < wide; x += 1) {
    const value = values[Math.round((x / (wide - 1)) * (values.length - 1))]!;
    const y = high === low ? Math.floor(tall / 2) : Math.round(((high - value) / (high - low)) * (tall - 1));
    // Joins neighbours by a vertical stroke, so that steep moves stay one line.
    const from = before === undefined ? y : before < y ? before + 1 : before > y ? before - 1 : y;
    for (let at = Math.min(from, y); at <= Math.max(from, y); at += 1) {
      const cell = cells[Math.floor(at / perRow)]!;
      cell[Math.floor(x / perColumn)]! |= size.unicode ? dots[x % 2]![at % 4]! : 1;
    }
    before = y;
  }
  const lines = cells.map((row, i) => {
    const name = i === 0 ? names[0]! : i === size.rows - 1 ? names[1]! : '';
    const line = [...row]
      .map((bits) => (size.unicode ? String.fromCharCode(0x2800 + bits) : bits > 0 ? '*' : ' '))
      .join('');
    return `${name.padStart(gutter)} ${size.unicode ? '│' : '|'}${line.replace(/[ \u2800]+$/, '')}`;
  });
  return size.dates === undefined ? lines : [...lines, ...dateAxis(size.dates, gutter, columns, size.unicode)];
}

/**
 * An axis with ticks at even distances and the dates there: the first from its tick on, the last up to its tick, others
 * in the middle.
 */
function dateAxis(dates: string[], gutter: number, columns: number, unicode: boolean): string[] {
  const count = Math.min(dates.length, Math.max(2, Math.floor(columns / 18)));
  const axis: string[] = Array.from({ length: columns }, () => (unicode ? '─' : '-'));
  let labels = '';
  for (let i = 0; i < count; i += 1) {
    const share = i / (count - 1);
    const date = dates[Math.round(share * (dates.length - 1))]!;
    const column = Math.round(share * (columns - 1));
    axis[column] = unicode ? '┬' : '+';
    const start = i === 0 ? 0 : i === count - 1 ? columns - date.length : column - Math.floor(date.length / 2);
    labels = labels.padEnd(start) + date;
  }
  const blank = ' '.repeat(gutter + 1);
  return [`${blank}${unicode ? '└' : '+'}${axis.join('')}`, `${blank} ${labels}`];
}
