import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Market } from './market.ts';
import type { MarketOptions } from './market-options.ts';
import { openMarket } from './open-market.ts';

/** A data set for one test: a folder with the given files, taken away afterwards. */
export function dataFolder(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rulebook-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A `dataset.yaml` with a table of prices, to which tests add. */
export function yaml(more = '', prices = ''): string {
  return `dataset: test
tables:
  prices:
    files: prices.csv
    line: line
    date: date
    known: date
    fields:
      close: {column: close, unit: USD per share}
      volume: {column: volume, unit: shares}
${prices}${more}`;
}

/** Three rows of prices, with more put after them. */
export function prices(more = ''): string {
  return `line,date,close,volume\nA,2024-01-02,10.5,100\nB,2024-01-02,20,200\nA,2024-01-03,11,0\n${more}`;
}

/** Opens a data set that must be fine. */
export async function opened(
  files: Record<string, string | Uint8Array>,
  fields = ['close', 'volume'],
  options: Omit<MarketOptions, 'fields'> = {},
): Promise<Market> {
  const result = await openMarket(dataFolder(files), { ...options, fields });
  if ('diagnostics' in result) throw new Error(result.diagnostics.map((d) => `${d.code} ${d.message}`).join('\n'));
  return result.market;
}

/** Opens a data set that must not be fine, and returns its findings with file names without folders. */
export async function refused(
  files: Record<string, string | Uint8Array>,
  fields = ['close', 'volume'],
): Promise<Diagnostic[]> {
  const folder = dataFolder(files);
  const result = await openMarket(folder, { fields });
  if ('market' in result) throw new Error('it was accepted');
  return result.diagnostics.map((d) => ({
    ...d,
    message: d.message.replaceAll(`${folder}/`, ''),
    spans: d.spans.map((s) => ({ ...s, file: s.file.replace(`${folder}/`, '') })),
  }));
}
