/**
 * Gives texts numbers as they are read from a database, without making strings of them: row after row of a large table repeats few
 * texts, mostly that of the row before.
 */
export type TextCodes = {
  /** The texts by code. */
  texts: string[];
  /**
   * Writes the code of each row's text, -1 for the empty text and for one that is not known.
   *
   * @param words four numbers for each text: its bytes of UTF-8, then these padded with zeros if they are 12 or fewer, else the first
   * four of them and the address of all
   * @param textAt the text of a row
   */
  write(words: Int32Array, rows: number, textAt: (row: number) => string, into: Int32Array): void;
};

/** The longest text, in bytes, that stands in its words. */
const SHORT = 12;
const WORDS = 4;

/**
 * @param known texts that have the codes 0, 1, …; none of them twice
 * @param open texts that are not known get the next code
 */
export function textCodes(known: readonly string[], open: boolean): TextCodes {
  const texts: string[] = [];
  const long = new Map<string, number>();
  let size = 1024;
  while (size < known.length * 4) size *= 2;
  // A hash table of short texts: the words of each and its code. A text of no bytes is not among them, so that zero is a free place.
  let keys = new Int32Array(size * WORDS);
  let codes = new Int32Array(size);
  for (const text of known) add(text);

  return { texts, write };

  function write(words: Int32Array, rows: number, textAt: (row: number) => string, into: Int32Array): void {
    let [bytes, a, b, c, code] = [0, 0, 0, 0, -1];
    for (let row = 0, at = 0; row < rows; row += 1, at += WORDS) {
      if (words[at] !== bytes || words[at + 1] !== a || words[at + 2] !== b || words[at + 3] !== c) {
        bytes = words[at]!;
        a = words[at + 1]!;
        b = words[at + 2]!;
        c = words[at + 3]!;
        code = bytes === 0 ? -1 : codeOf(bytes, a, b, c, row, textAt);
      }
      into[row] = code;
    }
  }

  function codeOf(
    bytes: number,
    a: number,
    b: number,
    c: number,
    row: number,
    textAt: (row: number) => string,
  ): number {
    if (bytes > SHORT) {
      const text = textAt(row);
      return long.get(text) ?? (open ? add(text) : -1);
    }
    const place = placeOf(bytes, a, b, c);
    return keys[place * WORDS] !== 0 ? codes[place]! : open ? add(textAt(row)) : -1;
  }

  function add(text: string): number {
    const code = texts.push(text) - 1;
    const utf8 = Buffer.from(text);
    if (utf8.length > SHORT) long.set(text, code);
    else {
      const words = new Int32Array(WORDS);
      words[0] = utf8.length;
      new Uint8Array(words.buffer).set(utf8, 4);
      put(words, code);
      if (texts.length * 2 > size) grow();
    }
    return code;
  }

  function put(words: Int32Array, code: number): void {
    const place = placeOf(words[0]!, words[1]!, words[2]!, words[3]!);
    keys.set(words, place * WORDS);
    codes[place] = code;
  }

  function grow(): void {
    const [oldKeys, oldCodes] = [keys, codes];
    size *= 2;
    keys = new Int32Array(size * WORDS);
    codes = new Int32Array(size);
    for (let place = 0; place < oldCodes.length; place += 1) {
      const words = oldKeys.subarray(place * WORDS, (place + 1) * WORDS);
      if (words[0] !== 0) put(words, oldCodes[place]!);
    }
  }

  /** The place of a short text in the table, or the free one where it would stand. */
  function placeOf(bytes: number, a: number, b: number, c: number): number {
    let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b) ^ bytes, 0xc2b2ae35);
    hash ^= hash >>> 15;
    let place = hash & (size - 1);
    for (;;) {
      const at = place * WORDS;
      if (keys[at] === 0) return place;
      if (keys[at] === bytes && keys[at + 1] === a && keys[at + 2] === b && keys[at + 3] === c) return place;
      place = (place + 1) & (size - 1);
    }
  }
}
