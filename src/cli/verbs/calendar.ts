import { epochDay, isoDate, type OwnCalendars, weekdayOf } from '../../calendar/index.ts';
import { failure } from '../../diagnostics/index.ts';
import { csvText } from '../../output/csv-text.ts';
import { jsonText } from '../../output/json-text.ts';
import { type DatedDecision, planEvents } from '../../plan/plan-events.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Arguments, Command } from '../command.ts';
import { compileRulebook } from '../input/compile-rulebook.ts';
import { checkRange } from '../input/date-range.ts';
import { dataOption, formatOption, rootOption } from '../shared-options.ts';
import { table } from '../terminal/table.ts';

/** `rulebook calendar`: the events of a stretch of time. */
export const command: Command = {
  spec: {
    verb: 'calendar',
    summary: 'list every event with its reference, announcement and effective dates',
    usage: 'FILE --from DATE --to DATE',
    operands: { least: 1, most: 1, what: 'one file, or a folder with one rulebook' },
    options: [
      { name: 'from', value: 'DATE', date: true, required: true, text: 'first effective date' },
      { name: 'to', value: 'DATE', date: true, required: true, text: 'last effective date' },
      { ...dataOption, text: `${dataOption.text}; adds the events that were decided, and its own calendars` },
      rootOption,
      formatOption(['human', 'plain', 'json', 'csv']),
    ],
    examples: ['rulebook calendar methodologies/nasdaq/nasdaq-100.rulebook --from 2023-01-01 --to 2023-12-31'],
  },
  async run(given, io) {
    const format = given.values.get('format') ?? 'human';
    const { from, to } = checkRange(given);
    const compiled = await compileRulebook(given.operands[0]!, given, io);
    if (compiled === undefined) return 1;
    const { plan } = compiled;
    const { decisions, calendars } = await ofData(plan, given, to);
    const range = { from: epochDay(from), to: epochDay(to) };
    const events = planEvents(plan, range, decisions, calendars).map(({ event, dates }) => ({
      event,
      dates: Object.fromEntries(Object.entries(dates).map(([name, day]) => [name, isoDate(day)])),
    }));
    const names = dateNames(events);
    switch (format) {
      case 'json':
        io.out.write(jsonText({ format: 1, index: plan.index.id, from, to, events }));
        break;
      case 'csv':
        io.out.write(
          csvText(
            ['event', ...names],
            events.map((e) => [e.event, ...names.map((n) => e.dates[n] ?? '')]),
          ),
        );
        break;
      case 'plain':
        for (const e of events)
          io.out.write(`${e.event}: ${names.flatMap((n) => (e.dates[n] ? [`${n} ${e.dates[n]}`] : [])).join(', ')}.\n`);
        break;
      default: {
        const rows = events.map((e) => [
          e.event,
          ...names.map((n) => (e.dates[n] ? `${e.dates[n]} ${dayName(e.dates[n])}` : '')),
        ]);
        const heads = ['event', ...names].map((head) => ({ head }));
        io.out.write(events.length === 0 ? `No event is effective from ${from} to ${to}\n` : `${table(heads, rows)}\n`);
      }
    }
    const open = plan.events.filter((e) => 'decided' in e.occurs).map((e) => e.name);
    if (open.length > 0 && !given.values.has('data'))
      io.err.write(`Not among them: ${open.join(', ')}, which only decisions call; --data reads those\n`);
    return 0;
  },
};

const usual = ['reference', 'announce', 'effective'];

/** The names of dates in use: the usual three in their order, then the others. */
function dateNames(events: { dates: Record<string, string> }[]): string[] {
  const used = new Set(events.flatMap((e) => Object.keys(e.dates)));
  return [...usual.filter((n) => used.has(n)), ...[...used].filter((n) => !usual.includes(n)).sort()];
}

function dayName(date: string): string {
  return weekdayOf(epochDay(date)).slice(0, 3);
}

/** What the data set named by `--data` says about dates: decisions, and calendars of its own. */
async function ofData(
  plan: Plan,
  given: Arguments,
  to: string,
): Promise<{ decisions: DatedDecision[]; calendars: OwnCalendars }> {
  if (!given.values.has('data')) return { decisions: [], calendars: new Map() };
  const { openMarket } = await import('../../market/index.ts');
  const root = given.values.get('root');
  const opened = await openMarket(given.values.get('data')!, {
    fields: plan.fields.some((f) => f.name === 'close') ? ['close'] : [],
    to: epochDay(to),
    ...(root === undefined ? {} : { root }),
  });
  if ('diagnostics' in opened) throw failure(...opened.diagnostics);
  return opened.market;
}
