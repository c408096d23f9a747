import { calendarFromSessions } from '../src/calendar/index.ts';
import type { Column, CorporateAction, EntityTable, Market } from '../src/market/index.ts';
import type { Workload } from './workload-data.ts';

/** The workload as a market; its columns are shared, not copied. */
export function workloadMarket(work: Workload): Market {
  const { lines: n, days: t, dates } = work;
  const ids = Array.from({ length: n }, (_, i) => `W${String(i).padStart(4, '0')}`);
  const table: EntityTable = { ids, index: new Map(ids.map((id, i) => [id, i])) };
  const column = (name: string, values: Float64Array): [string, Column] => [
    name,
    { info: { name, domain: 'line', type: 'number' }, kind: 'series', domain: 'line', values },
  ];
  const actions: CorporateAction[] = [];
  for (let line = 0; line < n; line += 1) {
    const end = work.end[line]!;
    if (end < t) actions.push({ line, exDate: dates[end]!, known: dates[end]!, kind: 'delisting', row: line + 2 });
  }
  const coverage = { first: dates[0]! - 400, last: dates[t - 1]! + 400 };
  return {
    digest: 'workload',
    name: 'workload',
    days: dates,
    lines: table,
    companies: table,
    groups: new Map(),
    companyOf: Int32Array.from(ids.keys()),
    listedFrom: work.first.map((place) => dates[place]!),
    listedUntil: work.end.map((place) => dates[place - 1]!),
    currencyOf: ids.map(() => 'USD'),
    symbolOf: (line) => ids[line]!,
    nameOf: (line) => ids[line]!,
    fields: new Map([
      column('close', work.close),
      column('volume', work.volume),
      column('shares', work.shares),
      column('float', work.float),
    ]),
    fx: [],
    actions: actions.sort((a, b) => a.exDate - b.exDate || a.line - b.line),
    decisions: [],
    constituents: [],
    levels: [],
    counts: [],
    calendars: new Map([['BENCH', calendarFromSessions('BENCH', dates, coverage)]]),
  };
}
