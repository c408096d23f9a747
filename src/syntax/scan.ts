import { ordinal as ordinalText } from '../diagnostics/ordinal.ts';
import { shortened } from '../diagnostics/shortened.ts';
import { phrases, type PhraseNode } from './tokens/all.ts';
import { DateLiteral, NumberLiteral, Ordinal, Text, Unreadable } from './tokens/basics.ts';
import { FunctionName } from './tokens/expression.ts';
import { Name, type TokenType } from './tokens/kit.ts';
import { isRealDate } from './real-date.ts';
import { assumedTabWidth, indentation } from './mistake/indentation.ts';
import { dateHelp, isoDates } from './mistake/other-dates.ts';
import { strayHelp } from './mistake/stray-help.ts';
import type { Report } from './report.ts';

/**
 * A token of the text, `endOffset` its last character; `payload` is its value: the canonical words, the text without
 * quotes, the digits of a number.
 */
export type Token = { image: string; startOffset: number; endOffset: number; tokenType: TokenType; payload: string };
/** `text` is without `#` and the blanks around. */
export type Comment = { text: string; start: number; end: number };
/** A line of the file that holds something. `indent` counts the blanks before it. */
export type Line = { indent: number; tokens: Token[]; comment?: Comment; start: number; blankBefore: boolean };

const word = /[A-Za-z_][A-Za-z0-9_]*/y;
const fieldStart = /[A-Za-z0-9_]+[ \t]+of[ \t]+[A-Za-z0-9_]+[ \t]*:/y;
const number = /[0-9][0-9_]*(?:\.[0-9][0-9_]*)?/y;
const date = /[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9A-Za-z_])/y;
// Days written with full stops or without their zeros, which are no numbers.
const otherDate = /(?:[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2})(?![0-9A-Za-z_])/y;
const ordinal = /([0-9]+)(?:st|nd|rd|th)(?![0-9A-Za-z_])/y;
const text = /"((?:[^"\\\r\n]|\\[^\r\n])*)("?)/y;
// Typographic, single and back quotation marks, corner brackets, and those of other languages, around a text.
const wrongQuotes =
  /[\u201c-\u201f][^\u201c-\u201f"\r\n]*[\u201c-\u201f"]|['`\u00b4\u2018-\u201b][^'`\u00b4\u2018-\u201b\r\n]*['`\u00b4\u2018-\u201b]|\u00ab[^\u00bb\r\n]*\u00bb|\uff02[^\uff02"\r\n]*[\uff02"]|「(?:[^「」\r\n]|「[^「」\r\n]*」)*」|『(?:[^『』\r\n]|『[^『』\r\n]*』)*』|｢[^｢｣\r\n]*｣|【[^【】\r\n]*】|《[^《》\r\n]*》/y;
// Non-breaking, thin, ideographic and other blanks; each is one UTF-16 unit.
const wideBlanks = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
// Signs, digits and letters in full width, as Japanese and Chinese keyboards write them, and the comma of those languages; not those that
// would end a text or hide a sign in it.
const fullWidth = /[\uff03\uff05\uff08-\uff1a\uff1c-\uff1e\uff21-\uff3a\uff3e\uff3f\uff41-\uff5a\u3001]/g;
const stray = /[^\s"#(),:=%<>+\-*/^A-Za-z0-9_]+/y;
const maximumDigits = 34;

/**
 * Cuts text into lines of tokens. What cannot be read is reported and becomes an unreadable token, so that the rest
 * goes on.
 */
export function scan(written: string, report: Report): Line[] {
  // Blanks of other kinds count as blanks, but are kept in texts and comments.
  const blanks = written.replace(wideBlanks, ' ');
  const source = blanks.replace(fullWidth, narrow);
  const lines: Line[] = [];
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  let blankBefore = false;
  let tabs: { start: number; lines: number; width: number } | undefined;
  let wide: { start: number; end: number; signs: Map<string, string>; count: number } | undefined;
  let quotes: { start: number; end: number; count: number } | undefined;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };

  while (at < source.length) {
    const start = at;
    let tab = -1;
    let code = source.charCodeAt(at);
    while (code === 32 || code === 9) {
      if (code === 9 && tab < 0) tab = at;
      code = source.charCodeAt(++at);
    }
    const line: Line = { indent: at - start, tokens: [], start: at, blankBefore };
    while (at < source.length) {
      code = source.charCodeAt(at);
      if (code === 10) break;
      if (code === 32 || code === 9 || code === 13) at++;
      else {
        const from = at;
        if (code === 35) {
          readComment(line);
          noteWide(from, from + 1);
        } else {
          readToken(line);
          if (line.tokens.at(-1)!.tokenType !== Text) noteWide(from, at);
        }
      }
    }
    at++;
    const empty = line.tokens.length === 0 && line.comment === undefined;
    blankBefore = empty;
    if (empty) continue;
    if (tab >= 0) {
      tabs ??= { start: tab, lines: 0, width: assumedTabWidth(source) };
      line.indent = indentation(source.slice(start, line.start), tabs.width);
      if (line.tokens.length > 0) tabs.lines++;
    }
    lines.push(line);
  }
  if (tabs !== undefined && tabs.lines > 0) {
    const where = tabs.lines === 1 ? 'a tab in the indentation' : `tabs in the indentation of ${tabs.lines} lines`;
    report('tabIndent', tabs.start, tabs.start + 1, where);
  }
  if (wide !== undefined) {
    const { start, end, signs, count } = wide;
    const others = count === 1 ? '' : `, and ${count - 1} more like ${count === 2 ? 'it' : 'these'}`;
    const pairs = [...signs].slice(0, 6).map(([sign, meant]) => `\`${meant}\` for \`${sign}\``);
    const message = `\`${shortened(blanks.slice(start, end))}\` is written in full width${others}`;
    report(
      'strayCharacter',
      start,
      end,
      message,
      `Type in half width, without the input of Japanese or Chinese: ${pairs.join(', ')}`,
    );
  }
  if (quotes !== undefined) {
    const { start, end, count } = quotes;
    const others = count === 1 ? '' : `, and ${count - 1} more like these`;
    report(
      'strayCharacter',
      start,
      end,
      `\`${shortened(source.slice(start, end))}\` stands between ${quotesName(source[start]!)}${others}`,
      'Write straight double quotation marks: `"…"`',
    );
  }
  return lines;

  /** Notes what was written in full width; it is read as the sign that is meant. */
  function noteWide(from: number, to: number): void {
    if (blanks === source) return;
    for (let i = from; i < to; i++) {
      if (blanks[i] === source[i]) continue;
      let end = i + 1;
      while (end < to && blanks[end] !== source[end]) end++;
      wide ??= { start: i, end, signs: new Map(), count: 0 };
      wide.count++;
      wide.signs.set(blanks.slice(i, end), source.slice(i, end));
      i = end;
    }
  }

  function readComment(line: Line): void {
    const start = at;
    let end = source.indexOf('\n', at);
    if (end < 0) end = source.length;
    at = end;
    line.comment = {
      text: written
        .slice(start + 1, end)
        .replace(/^ /, '')
        .trimEnd(),
      start,
      end: start + source.slice(start, end).trimEnd().length,
    };
  }

  function push(line: Line, type: TokenType, end: number, payload: string): number {
    line.tokens.push({
      image: source.slice(at, end),
      startOffset: at,
      endOffset: end - 1,
      tokenType: type,
      payload,
    });
    at = end;
    return end;
  }

  function readToken(line: Line): number {
    const code = source.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95) return readWord(line);
    if (code >= 48 && code <= 57) return readNumber(line);
    if (code === 34) return readText(line);
    const two = source.slice(at, at + 2);
    const symbol = phrases.get(two) ?? phrases.get(source[at]!);
    if (symbol?.lexeme) return push(line, symbol.lexeme.type, at + (phrases.has(two) ? 2 : 1), symbol.lexeme.value);
    const quoted = match(wrongQuotes);
    if (quoted !== null) {
      const end = at + quoted[0].length;
      quotes = quotes === undefined ? { start: at, end, count: 1 } : { ...quotes, count: quotes.count + 1 };
      return push(line, Text, end, written.slice(at + 1, end - 1));
    }
    const found = match(stray)?.[0] ?? source[at]!;
    report(
      'strayCharacter',
      at,
      at + found.length,
      `\`${shortened(found)}\` cannot be read here`,
      strayHelp(found, line.tokens[0]?.image),
    );
    return push(line, Unreadable, at + found.length, found);
  }

  function readWord(line: Line): number {
    let first = match(word)![0];
    // The one word of the language with a hyphen.
    if (first === 'spin' && source.startsWith('-off', at + 4)) first = 'spin-off';
    const end = at + first.length;
    if (line.tokens.length === 0 && nextVisible(end) === 58) return push(line, Name, end, first);
    let node: PhraseNode | undefined = phrases.get(first);
    // A field or a set may be called `largest`: `largest of line: USD` and `selection largest of lines` are no
    // aggregates.
    const naming =
      line.tokens.length === 0
        ? match(fieldStart) !== null
        : (line.tokens.length === 1 && line.tokens[0]!.image === 'selection') ||
          // An event may be called `review`: `where added since review by size`; `review by` stands only at the start
          // of a line.
          first === 'review';
    if (naming && node !== undefined && node.lexeme === undefined) return push(line, Name, end, first);
    let best = node?.lexeme;
    let bestEnd = end;
    let from = end;
    while (node?.next !== undefined && node.next.size > 0) {
      let next = from;
      while (source.charCodeAt(next) === 32 || source.charCodeAt(next) === 9) next++;
      word.lastIndex = next;
      const following = next > from ? word.exec(source)?.[0] : undefined;
      node = following === undefined ? undefined : node.next.get(following);
      if (node === undefined) break;
      from = next + following!.length;
      if (node.lexeme !== undefined) {
        best = node.lexeme;
        bestEnd = from;
      }
    }
    if (best === undefined || (best.type === FunctionName && nextVisible(end) !== 40))
      return push(line, Name, end, first);
    return push(line, best.type, bestEnd, best.value);
  }

  function readNumber(line: Line): number {
    const day = match(date)?.[0];
    if (day !== undefined) {
      if (!isRealDate(day)) report('noSuchDate', at, at + day.length, `there is no day \`${day}\``);
      return push(line, DateLiteral, at + day.length, day);
    }
    const other = match(otherDate)?.[0];
    if (other !== undefined) {
      report('noSuchDate', at, at + other.length, `\`${other}\` is no date here`, dateHelp(other));
      return push(line, DateLiteral, at + other.length, isoDates(other)[0] ?? '1970-01-01');
    }
    const nth = match(ordinal);
    if (nth !== null) {
      if (Number(nth[1]) < 1)
        report('badNumber', at, at + nth[0].length, `\`${nth[0]}\` counts nothing`, 'count from `1st`');
      else if (nth[0] !== ordinalText(Number(nth[1]))) {
        const right = ordinalText(Number(nth[1]));
        report('badNumber', at, at + nth[0].length, `\`${nth[0]}\` is no place in an order`, `write \`${right}\``);
      }
      return push(line, Ordinal, at + nth[0].length, String(Number(nth[1])));
    }
    const digitsWritten = match(number)![0];
    let end = at + digitsWritten.length;
    word.lastIndex = end;
    const glued = word.exec(source)?.[0] ?? (source.charCodeAt(end) === 46 ? '.' : undefined);
    if (glued !== undefined) {
      end += glued.length;
      const all = source.slice(at, end);
      report(
        'badNumber',
        at,
        end,
        `\`${shortened(all)}\` is neither a number nor a name`,
        'leave a blank between a number and its unit; write all digits (no exponent); names begin with a letter',
      );
      return push(line, NumberLiteral, end, '0');
    }
    const digits = plainNumber(digitsWritten);
    const significant = digits.replace('.', '').replace(/^0+/, '').length;
    if (significant > maximumDigits) {
      report('tooManyDigits', at, end, `a number of ${significant} digits; ${maximumDigits} are the most`);
    }
    return push(line, NumberLiteral, end, digits);
  }

  function readText(line: Line): number {
    const found = match(text)!;
    const end = at + found[0].length;
    if (found[2] === '')
      report(
        'openText',
        at,
        end,
        'a text without its closing `"`',
        'end it with `"` on the same line; write `\\"` for a quotation mark inside and `\\n` for a new line',
      );
    let inner = source === written ? found[1]! : written.slice(at + 1, at + 1 + found[1]!.length);
    if (inner.includes('\\')) {
      inner = inner.replace(/\\(.)/g, (pair, char: string, offset: number) => {
        if (char === '"' || char === '\\') return char;
        if (char === 'n') return '\n';
        report(
          'badEscape',
          at + 1 + offset,
          at + 3 + offset,
          `\`${pair}\` in a text`,
          'write `\\"`, `\\\\` or `\\n`; a backslash by itself is `\\\\`',
        );
        return pair;
      });
    }
    return push(line, Text, end, inner);
  }

  function nextVisible(from: number): number {
    let next = from;
    while (source.charCodeAt(next) === 32 || source.charCodeAt(next) === 9) next++;
    return source.charCodeAt(next);
  }
}

/** The digits of a number as written: no `_`, no needless zeros in front. */
function plainNumber(written: string): string {
  return written.replaceAll('_', '').replace(/^0+(?=[0-9])/, '');
}

/** A sign in the width that the language has. */
function narrow(sign: string): string {
  return sign === '\u3001' ? ',' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
}

function quotesName(sign: string): string {
  if (sign === '\uff02') return 'quotation marks in full width';
  if (/[「『｢]/.test(sign)) return 'corner brackets';
  if (/[【《«]/.test(sign)) return 'the quotation marks of another language';
  if (sign === "'" || sign === '`' || sign === '\u00b4') return 'single quotation marks';
  return /[\u2018-\u201b]/.test(sign) ? 'single typographic quotation marks' : 'typographic quotation marks';
}
