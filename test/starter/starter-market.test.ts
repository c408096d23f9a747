import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeMarket, SEED } from '../../examples/starter/make/make-market.ts';
import { csv } from '../../examples/starter/make/tables.ts';
import { ACTION_KINDS, openMarket } from '../../src/market/index.ts';
import { readRulebook } from '../../src/syntax/index.ts';

const folder = join(import.meta.dirname, '../../examples/starter');
const made = makeMarket(SEED);
const opened = await openMarket(folder, { fields: ['close', 'volume'] });

describe('the starter market', () => {
  it('is made again, byte for byte, by its generator', () => {
    const { prices: _, ...small } = made;
    for (const [name, rows] of Object.entries(small)) {
      expect(readFileSync(join(folder, `${name}.csv`), 'utf8'), name).toBe(csv(rows));
    }
  });

  it('has the prices that its generator makes', () => {
    if (!('market' in opened)) throw new Error(JSON.stringify(opened.diagnostics));
    const { market } = opened;
    for (const name of ['close', 'volume'] as const) {
      const column = market.fields.get(name);
      if (column?.kind !== 'series') throw new Error(`${name} is not a series`);
      const expected = new Float64Array(column.values.length).fill(Number.NaN);
      const dayOf = new Map([...market.days].map((day, index) => [day, index]));
      for (const row of made.prices) {
        const day = dayOf.get(Date.parse(row.date) / 86_400_000)!;
        expected[market.lines.index.get(row.line)! * market.days.length + day] = Number(row[name]);
      }
      expect(
        Buffer.from(column.values.buffer, column.values.byteOffset, column.values.byteLength).equals(
          Buffer.from(expected.buffer),
        ),
      ).toBe(true);
    }
  });

  it('leaves no row out and has every kind of corporate action', () => {
    if (!('market' in opened)) throw new Error(JSON.stringify(opened.diagnostics));
    const { market } = opened;
    expect(market.counts.flatMap((table) => table.leftOut)).toEqual([]);
    expect(new Set(market.actions.map((action) => action.kind))).toEqual(new Set(ACTION_KINDS));
    expect(new Set(market.currencyOf)).toEqual(new Set(['NHC', 'SLM']));
  });

  it.each(['leaders-50', 'even-dividend-40'])('has a rulebook %s without mistakes', (name) => {
    const file = join(folder, `${name}.rulebook`);
    const { rulebook, diagnostics } = readRulebook(readFileSync(file), file);
    expect(diagnostics).toEqual([]);
    const sections = new Set(rulebook?.sections.map((section) => section.section));
    expect(sections.size).toBe(name === 'leaders-50' ? 14 : 13);
  });
});
