import type { Token } from '../scan.ts';

/** Tokens as they are written, with one blank where some stand between. */
export function images(sentence: readonly Token[], from: number, to: number): string {
  let written = '';
  for (let i = from; i <= to; i++)
    written += (i > from && !touching(sentence, i - 1, i) ? ' ' : '') + (sentence[i]?.image ?? '');
  return written;
}

/** Whether nothing stands between the tokens from one to another. */
export function touching(sentence: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const [one, two] = [sentence[i], sentence[i + 1]];
    if (one === undefined || two === undefined || two.startOffset !== one.endOffset + 1) return false;
  }
  return true;
}

/** The tokens from one on in one text, and for a stretch of that text the first and the last token in it. */
export function inOneText(
  sentence: readonly Token[],
  from: number,
): { text: string; tokensOf: (start: number, end: number) => [number, number] } {
  let text = '';
  const ends: number[] = [];
  for (let i = from; i < sentence.length; i++) {
    text += (i > from && !touching(sentence, i - 1, i) ? ' ' : '') + sentence[i]!.image;
    ends.push(text.length);
  }
  const at = (offset: number) =>
    from +
    Math.max(
      0,
      ends.findIndex((end) => end > offset),
    );
  return { text, tokensOf: (start, end) => [at(start), at(Math.max(start, end - 1))] };
}
