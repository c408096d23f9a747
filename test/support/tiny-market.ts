import { calendarFromSessions, epochDay } from '../../src/calendar/index.ts';
import {
  ALWAYS,
  type ActionKind,
  type Column,
  type CorporateAction,
  type Decision,
  type EntityTable,
  type FieldType,
  type LevelVariant,
  type Market,
  OPEN_END,
} from '../../src/market/index.ts';

export type TinyValue = number | string | boolean | null;
/** A value that holds from a date; `known` is that date unless stated. */
export type TinyStep = { from: string; known?: string; value: TinyValue };

export type TinyLine = {
  line: string;
  /** The line's own identifier unless stated. */
  company?: string;
  symbol?: string;
  /** Symbols by the date they come into force, ascending; the first holds before its date too. */
  symbols?: { from: string; symbol: string }[];
  name?: string;
  currency?: string;
  /** First and last day of listing; without them those of the market's days. */
  listedFrom?: string;
  listedUntil?: string;
};

type About = {
  /** `line` unless stated. */
  of?: string;
  /** Told from the values unless stated. */
  type?: FieldType;
  unit?: string;
};
type TinySeries = About & { series: Record<string, (TinyValue | undefined)[]> };
type TinySteps = About & { values: Record<string, TinyValue | TinyStep[]> };
export type TinyField = TinySeries | TinySteps;

export type TinyAction = { line: string; exDate: string; known?: string; kind: ActionKind; other?: string } & Partial<
  Pick<CorporateAction, 'ratio' | 'amount' | 'currency' | 'price' | 'symbol' | 'value'>
>;

export type TinyDecision = { date: string; known?: string; event: string } & Pick<Decision, 'action'> &
  Partial<Pick<Decision, 'subject' | 'field' | 'value'>>;

/** A market in plain records. Days are ISO dates; series have one value for each day, null where there was none. */
export type TinyMarket = {
  days: string[];
  lines: (string | TinyLine)[];
  close: Record<string, (number | null)[]>;
  fields?: Record<string, TinyField>;
  actions?: TinyAction[];
  decisions?: TinyDecision[];
  constituents?: { index: string; line: string; from: string; until?: string }[];
  /** One unit of base is so many of quote, from the date on. */
  fx?: { base: string; quote: string; rates: Record<string, number> }[];
  /** Session days of calendars of its own. */
  calendars?: Record<string, string[]>;
  levels?: { index: string; variant?: LevelVariant; values: Record<string, number> }[];
};

/** Builds a market as the readers of data sets would, from records that fit on a page. */
export function tinyMarket(tiny: TinyMarket): Market {
  const days = Int32Array.from(tiny.days, epochDay);
  const given = new Map(tiny.lines.map((l) => (typeof l === 'string' ? { line: l } : l)).map((l) => [l.line, l]));
  const lines = table(given.keys());
  const records = lines.ids.map((id): TinyLine => given.get(id)!);
  const companies = table(records.map((r) => r.company ?? r.line));
  const line = (id: string) => place(lines, id, 'line');
  const fields = new Map<string, Column>();
  const groups = new Map<string, EntityTable>();
  const all: Record<string, TinyField> = { close: { series: tiny.close, type: 'number' }, ...tiny.fields };
  for (const [name, field] of Object.entries(all)) {
    const domain = field.of ?? 'line';
    if ('series' in field) {
      fields.set(name, series(name, field, lines, days.length));
      continue;
    }
    let entities = domain === 'line' ? lines : domain === 'company' ? companies : groups.get(domain);
    if (entities === undefined) {
      entities = domain === 'market' || domain === 'all' ? table(['']) : table(Object.keys(field.values));
      groups.set(domain, entities);
    }
    fields.set(name, steps(name, domain, field, entities));
  }
  const first = days[0]!;
  const last = days[days.length - 1]!;
  return {
    digest: 'tiny',
    name: 'tiny',
    days,
    lines,
    companies,
    groups,
    companyOf: Int32Array.from(records, (r) => place(companies, r.company ?? r.line, 'company')),
    listedFrom: Int32Array.from(records, (r) => (r.listedFrom === undefined ? first : epochDay(r.listedFrom))),
    listedUntil: Int32Array.from(records, (r) => (r.listedUntil === undefined ? last : epochDay(r.listedUntil))),
    currencyOf: records.map((r) => r.currency ?? ''),
    symbolOf: (l, day) => {
      const { symbols, symbol, line: id } = records[l]!;
      return symbols?.findLast((s, i) => i === 0 || epochDay(s.from) <= day)?.symbol ?? symbol ?? id;
    },
    nameOf: (l) => records[l]!.name ?? records[l]!.line,
    fields,
    fx: (tiny.fx ?? []).map(({ base, quote, rates }) => {
      const at = Int32Array.from(Object.keys(rates).toSorted(), epochDay);
      return { base, quote, days: at, known: at, values: Float64Array.from(sortedValues(rates)) };
    }),
    actions: (tiny.actions ?? [])
      .map(({ line: id, exDate, known, other, ...rest }, row) => ({
        ...rest,
        line: line(id),
        exDate: epochDay(exDate),
        known: epochDay(known ?? exDate),
        ...(other === undefined ? {} : { other: line(other) }),
        row: row + 2,
      }))
      .toSorted((a, b) => a.exDate - b.exDate || a.line - b.line || a.row - b.row),
    decisions: (tiny.decisions ?? [])
      .map(({ date, known, ...rest }, row) => ({
        ...rest,
        date: epochDay(date),
        known: epochDay(known ?? date),
        author: 'committee',
        reason: 'because',
        row: row + 2,
      }))
      .toSorted((a, b) => a.date - b.date || a.row - b.row),
    constituents: (tiny.constituents ?? [])
      .map((c) => ({
        index: c.index,
        line: line(c.line),
        from: epochDay(c.from),
        until: c.until === undefined ? OPEN_END : epochDay(c.until),
      }))
      .toSorted((a, b) => (a.index < b.index ? -1 : a.index > b.index ? 1 : a.line - b.line || a.from - b.from)),
    calendars: new Map(
      Object.entries(tiny.calendars ?? {}).map(([id, sessions]) => [
        id,
        calendarFromSessions(id, sessions.map(epochDay)),
      ]),
    ),
    levels: (tiny.levels ?? []).map(({ index, variant, values }) => ({
      index,
      variant: variant ?? 'price_return',
      days: Int32Array.from(Object.keys(values).toSorted(), epochDay),
      values: Float64Array.from(sortedValues(values)),
    })),
    counts: [],
  };
}

function table(ids: Iterable<string>): EntityTable {
  const sorted = [...new Set(ids)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return { ids: sorted, index: new Map(sorted.map((id, i) => [id, i])) };
}

function place(entities: EntityTable, id: string, what: string): number {
  const at = entities.index.get(id);
  if (at === undefined) throw new Error(`the tiny market has no ${what} ${id}`);
  return at;
}

function sortedValues(byDate: Record<string, number>): number[] {
  return Object.keys(byDate)
    .toSorted()
    .map((date) => byDate[date]!);
}

function series(name: string, field: TinySeries, lines: EntityTable, length: number): Column {
  const rows = lines.ids.flatMap((id) => Array.from({ length }, (_, d) => field.series[id]?.[d] ?? null));
  const info = { name, domain: 'line', type: typeOf(field.type, rows), ...unit(field) };
  if (info.type !== 'text') return { info, kind: 'series', domain: 'line', values: Float64Array.from(rows, number) };
  const { codes, dictionary } = coded(rows);
  return { info, kind: 'series-text', domain: 'line', codes, dictionary };
}

function steps(name: string, domain: string, field: TinySteps, entities: EntityTable): Column {
  const offsets = [0];
  const rows: { date: number; known: number; value: TinyValue }[] = [];
  for (const id of entities.ids) {
    const given = field.values[id] ?? null;
    if (Array.isArray(given)) {
      const own = given.map((s) => ({ date: epochDay(s.from), known: epochDay(s.known ?? s.from), value: s.value }));
      rows.push(...own.toSorted((a, b) => a.date - b.date || a.known - b.known));
    } else if (given !== null) rows.push({ date: ALWAYS, known: ALWAYS, value: given });
    offsets.push(rows.length);
  }
  const values = rows.map((r) => r.value);
  const info = { name, domain, type: typeOf(field.type, values), ...unit(field) };
  const dated = {
    offsets: Int32Array.from(offsets),
    dates: Int32Array.from(rows, (r) => r.date),
    known: Int32Array.from(rows, (r) => r.known),
  };
  if (info.type !== 'text') return { info, kind: 'steps', domain, values: Float64Array.from(values, number), ...dated };
  return { info, kind: 'steps-text', domain, ...coded(values), ...dated };
}

function unit(field: About): { unit?: string } {
  return field.unit === undefined ? {} : { unit: field.unit };
}

function typeOf(stated: FieldType | undefined, values: TinyValue[]): FieldType {
  const sample = values.find((v) => v !== null);
  if (stated !== undefined) return stated;
  if (typeof sample === 'boolean') return 'yes/no';
  if (typeof sample !== 'string') return 'number';
  return /^\d{4}-\d{2}-\d{2}$/.test(sample) ? 'date' : 'text';
}

function number(value: TinyValue): number {
  if (value === null) return Number.NaN;
  return typeof value === 'string' ? epochDay(value) : Number(value);
}

function coded(values: TinyValue[]): { codes: Int32Array; dictionary: string[] } {
  const dictionary = [...new Set(values.filter((v) => typeof v === 'string'))];
  return { codes: Int32Array.from(values, (v) => (typeof v === 'string' ? dictionary.indexOf(v) : -1)), dictionary };
}
