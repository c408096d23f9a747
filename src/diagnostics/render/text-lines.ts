/** A place in a text, as people count: both from 1; columns in UTF-16 units. */
export type Position = { line: number; column: number };

/** A text cut into lines, with the place of any offset. Line ends are `\n`, `\r\n` and `\r`. */
export type TextLines = { count: number; line(number: number): string; position(offset: number): Position };

/** Cuts a text into lines once, for many questions. */
export function textLines(text: string): TextLines {
  const starts = [0];
  const ends: number[] = [];
  for (const end of text.matchAll(/\r\n|\n|\r/g)) {
    ends.push(end.index);
    starts.push(end.index + end[0].length);
  }
  ends.push(text.length);
  return {
    count: starts.length,
    line: (number) => text.slice(starts[number - 1] ?? text.length, ends[number - 1] ?? text.length),
    position: (offset) => {
      const at = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: at - starts[low]! + 1 };
    },
  };
}
