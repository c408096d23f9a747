import type { Report } from './report.ts';

const maximumSize = 10_000_000;
// Control characters and formatting characters, but not line ends and tabs.
const hidden = /(?![\t\n]|\r\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const maximumFindings = 20;

/**
 * The text of a file, where it is text that can be read on: small enough, UTF-8, no NUL, no lone surrogates. Invisible
 * characters are reported, but the text is read on. Undefined where there is nothing to read.
 */
export function sourceText(source: string | Uint8Array, report: Report): string | undefined {
  if (source.length > maximumSize) {
    report('tooLarge', 0, 0, `the file has ${Math.round(source.length / 1e6)} MB; ${maximumSize / 1e6} MB is the most`);
    return undefined;
  }
  let text: string;
  if (typeof source === 'string') text = source;
  else {
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(source);
    } catch {
      report('notText', 0, 0, 'the file is not UTF-8 text');
      return undefined;
    }
  }
  // Lines of a very old system, which ended them with a carriage return alone.
  if (!text.includes('\n')) text = text.replaceAll('\r', '\n');
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    report('notText', nul, nul + 1, 'the file has a NUL byte, so it is not text');
    return undefined;
  }
  if (!text.isWellFormed()) {
    const at = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text)?.index ?? 0;
    report('notText', at, at + 1, 'the text has half of a character (a lone surrogate)');
    return undefined;
  }
  let findings = 0;
  for (const found of text.matchAll(hidden)) {
    const at = found.index;
    // A byte order mark at the beginning says that this is UTF-8.
    if (at === 0 && found[0] === '\ufeff') continue;
    if (++findings > maximumFindings) break;
    const code = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    report('hiddenCharacter', at, at + found[0].length, `the invisible character U+${code}`);
  }
  return text;
}
