import { describe, expect, it } from 'vitest';
import { openDatabase, sqlText } from './database.ts';
import { textCodes } from './text-codes.ts';

/** The codes that texts get as they come from a database, and the texts that are known afterwards. */
async function codesOf(known: string[], open: boolean, texts: string[]): Promise<{ codes: number[]; known: string[] }> {
  const database = await openDatabase();
  const codes = textCodes(known, open);
  const found: number[] = [];
  for await (const chunk of database.stream(`SELECT unnest([${texts.map(sqlText).join(', ')}])`)) {
    const into = new Int32Array(chunk.rows);
    codes.write(chunk.textWords(0), chunk.rows, (row) => chunk.text(0, row)!, into);
    found.push(...into);
  }
  database.close();
  return { codes: found, known: codes.texts };
}

describe('codes of texts', () => {
  it('are the places of known texts, short and long, and -1 of others and of the empty text', async () => {
    const known = ['A', 'META', 'exactly12byt', 'thirteen byte', 'Ōsaka', 'thirteen byto'];
    const texts = [
      'META',
      'META',
      'A',
      '',
      'exactly12byt',
      'thirteen byto',
      'thirteen byte',
      'exactly12byu',
      'Ōsaka',
      'AA',
      'B',
    ];
    expect((await codesOf(known, false, texts)).codes).toEqual([1, 1, 0, -1, 2, 5, 3, -1, 4, -1, -1]);
  });

  it('are given in the order of appearance where new texts may come', async () => {
    const texts = [
      'NYSE',
      'a place of trading with a long name',
      'NYSE',
      '',
      'NASDAQ',
      'a place of trading with a long name',
    ];
    expect(await codesOf(['AMEX'], true, texts)).toEqual({
      codes: [1, 2, 1, -1, 3, 2],
      known: ['AMEX', 'NYSE', 'a place of trading with a long name', 'NASDAQ'],
    });
  });

  it('stay right when there are many', async () => {
    const texts = Array.from({ length: 9000 }, (_, i) => `${i * 7919}${i % 3 === 0 ? ' and some more text' : ''}`);
    const twice = [...texts, ...texts.toReversed()];
    const { codes } = await codesOf([], true, twice);
    expect(codes).toEqual(twice.map((_, i) => (i < 9000 ? i : 17999 - i)));
  });
});
