import { openSync, readFileSync, readSync, closeSync, statSync } from 'node:fs';
import { csvRecord } from './csv-record.ts';

const HEADER_BYTES = 1 << 20;
const MOST_SCANNED = 256 << 20;

/** The names in the first line of a CSV file; undefined where the file has no complete first line within a megabyte. */
export function csvHeader(path: string, separator: string): string[] | undefined {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(HEADER_BYTES);
  const length = readSync(file, buffer, 0, HEADER_BYTES, 0);
  closeSync(file);
  const text = buffer.toString('utf8', 0, length).replace(/^\uFEFF/, '');
  const { cells, ended, open } = csvRecord(text, 0, separator);
  return ended || (length < HEADER_BYTES && !open && text !== '') ? cells : undefined;
}

/**
 * The line of a CSV file on which each record begins (1 is the first line of the file), records counted from 1 after the header.
 * Blank lines and the lines in `refused` hold no record. Records of files over 256 MB are taken to be one line each.
 */
export function recordLines(path: string, refused: ReadonlySet<number>): (record: number) => number {
  if (statSync(path).size > MOST_SCANNED) return (record) => record + 1;
  const bytes = readFileSync(path);
  const lines: number[] = [];
  let line = 1;
  let start = line;
  let empty = true;
  let quoted = false;
  const end = () => {
    if (!empty && !refused.has(start)) lines.push(start);
    start = line;
    empty = true;
  };
  for (const byte of bytes) {
    if (byte === 0x22) {
      quoted = !quoted;
      empty = false;
    } else if (byte === 0x0a) {
      line += 1;
      if (!quoted) end();
    } else if (byte !== 0x0d) empty = false;
  }
  end();
  return (record) => lines[record] ?? record + 1;
}

/** The first line of a CSV file that ends in another way than those before it; undefined where there is none, or the file is over 256 MB. */
export function otherLineEnd(path: string): { line: number; end: string; before: string } | undefined {
  if (statSync(path).size > MOST_SCANNED) return undefined;
  const bytes = readFileSync(path);
  let quoted = false;
  let before: string | undefined;
  let line = 1;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i]!;
    if (byte === 0x22) quoted = !quoted;
    const twofold = byte === 0x0d && bytes[i + 1] === 0x0a;
    const end = twofold ? 'CR LF' : byte === 0x0a ? 'LF' : byte === 0x0d ? 'CR' : undefined;
    if (end === undefined) continue;
    if (twofold) i += 1;
    if (!quoted) {
      if (before !== undefined && before !== end) return { line, end, before };
      before = end;
    }
    line += 1;
  }
  return undefined;
}
