/**
 * One kind of finding, as its page tells it. `why`: why it matters; `help`: how to mend it. `failing` and `passing` are
 * rulebook texts, absent where the finding does not come from a rulebook; `example` shows how to write it right without
 * a pair.
 */
export type CatalogueEntry = {
  code: string;
  title: string;
  why: string;
  help: string;
  example?: string;
  failing?: string;
  passing?: string;
  given?: Given;
};

/**
 * What a check needs beside the rulebook: the day it is checked on (an ISO date), the fields the data set has, and the
 * market in it.
 */
export type Given = {
  today?: string;
  fields?: { name: string; domain: string; type: 'number' | 'text' | 'date' | 'yes/no'; unit?: string }[];
  market?: GivenMarket;
};

/** A market for an example, in plain records: closes by line, one for each day, and values that hold on all days. */
export type GivenMarket = {
  days: string[];
  lines: { line: string; company?: string; currency?: string; listedFrom?: string; listedUntil?: string }[];
  close: Record<string, (number | null)[]>;
  fields?: Record<string, { of?: string; unit?: string; values: Record<string, number | string> }>;
  actions?: { line: string; exDate: string; kind: 'split' | 'stock_dividend'; ratio: number }[];
  decisions?: { date: string; event: string; action: 'call' | 'add'; subject?: string }[];
  fx?: { base: string; quote: string; rates: Record<string, number> }[];
  constituents?: { index: string; line: string; from: string; until?: string }[];
};
