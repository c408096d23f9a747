import { calendarDigest, epochDay, isoDate } from '../../calendar/index.ts';
import { failure } from '../../diagnostics/index.ts';
import { runPlan } from '../../engine/index.ts';
import type { Market } from '../../market/index.ts';
import {
  basketsCsv,
  decisionLines,
  type FileText,
  jsonText,
  levelsCsv,
  openSpool,
  type RunManifest,
  runManifest,
  type Spool,
  sha256,
  writeFiles,
} from '../../output/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Run } from '../../run/run.ts';
import type { Command } from '../command.ts';
import { type Compiled, compileRulebook } from '../input/compile-rulebook.ts';
import { checkRange } from '../input/date-range.ts';
import { openData } from '../input/open-data.ts';
import { runSummary } from '../report/run-summary.ts';
import { warningsText } from '../report/warnings-text.ts';
import { dataOption, formatOption, needed, rootOption } from '../shared-options.ts';
import { progress } from '../terminal/progress.ts';
import { version } from '../version.ts';

/** `rulebook run`: levels, baskets and decisions of a stretch of time. */
export const command: Command = {
  spec: {
    verb: 'run',
    summary: 'evaluate a rulebook on market data',
    usage: 'FILE --data PATH --from DATE --to DATE [--out DIR]',
    operands: { least: 1, most: 1, what: 'one file' },
    options: [
      needed(dataOption),
      rootOption,
      { name: 'from', value: 'DATE', date: true, required: true, text: 'first day' },
      { name: 'to', value: 'DATE', date: true, required: true, text: 'last day' },
      { name: 'out', value: 'DIR', text: 'folder for levels.csv, baskets.csv, decisions.jsonl and run.json' },
      { name: 'exact', text: 'decide everything in decimal arithmetic (slower, the same results)' },
      formatOption(),
    ],
    examples: ['rulebook run leaders-50.rulebook --data starter --from 2022-06-20 --to 2024-12-31 --out out'],
    notes: [
      'Files are written whole or not at all; the same inputs give the same bytes. Without --out nothing is written.',
      'JSON is the content of run.json with first and last levels, as grammar/run.schema.json says.',
    ],
  },
  async run(given, io) {
    const format = given.values.get('format') ?? 'human';
    const range = checkRange(given);
    const compiled = await compileRulebook(given.operands[0]!, given, io);
    if (compiled === undefined) return 1;
    const { plan } = compiled;
    const out = given.values.get('out');
    const exact = given.flags.has('exact');
    const decisions = out === undefined ? undefined : openSpool(out);
    const bar = progress(io);
    let run: Run;
    let market: Market;
    let manifest: RunManifest;
    try {
      bar.busy('reading the data set');
      market = await openData(compiled, given, range);
      bar.end();
      io.err.write(coverageNote(range, market));
      run = runPlan(plan, market, {
        ...range,
        exact,
        ...(decisions === undefined ? {} : { onDecisions: (records) => decisions.add(decisionLines(records)) }),
        onProgress: bar.step,
      }).toRun();
      bar.end();
      if (run.levels.length === 0) throw noLevel(run, market);
      manifest = manifestOf(compiled, market, run, exact);
      if (out !== undefined && decisions !== undefined) writeFiles(out, runFiles(plan, run, manifest, decisions));
    } finally {
      bar.end();
      decisions?.close();
    }
    io.err.write(warningsText(run.warnings, market));
    if (format === 'json')
      io.out.write(
        jsonText({ ...manifest, levels: { first: run.levels[0] ?? null, last: run.levels.at(-1) ?? null } }),
      );
    else io.out.write(runSummary(plan.index.name, run, market, format === 'plain' ? { ...io, unicode: false } : io));
    return 0;
  },
};

/** Says so where days were asked for that lie more than a week outside those with prices. */
function coverageNote(range: { from: string; to: string }, market: Market): string {
  const [first, last] = [market.days[0], market.days.at(-1)];
  if (first === undefined || last === undefined) return '';
  const before = epochDay(range.from) < first - 7 ? `The data set has no prices before ${isoDate(first)}\n` : '';
  return `${before}${epochDay(range.to) > last + 7 ? `The data set has no prices after ${isoDate(last)}\n` : ''}`;
}

function noLevel(run: Run, market: Market) {
  const [first, last] = [market.days[0], market.days.at(-1)];
  const covered =
    first === undefined || last === undefined
      ? 'The data set has no day with a price up to then'
      : `The data set has prices from ${isoDate(first)} to ${isoDate(last)}`;
  const reviews =
    run.reviews.length === 0
      ? 'no review took place'
      : `the first review took effect on ${run.reviews[0]!.dates.effective}`;
  return failure({
    code: 'RB7903',
    severity: 'error',
    message: `There is no level from ${run.from} to ${run.to}`,
    spans: [],
    why: `${covered}; ${reviews}`,
    help: 'Choose days that the data set covers, with a review or published constituents before them',
  });
}

function manifestOf({ bytes, plan }: Compiled, market: Market, run: Run, exact: boolean): RunManifest {
  return runManifest(run, {
    version: version(),
    planVersion: plan.planVersion,
    rulebookDigest: sha256(bytes),
    planHash: plan.hash,
    dataset: market.name,
    dataDigest: market.digest,
    calendars: calendarDigests(plan, market),
    exact,
    tables: market.counts,
    decisions: market.decisions,
  });
}

/** Digests of the index calendar and of every other one that its events name, by name. */
function calendarDigests(plan: Plan, market: Market): Record<string, string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { op, mic } = value as { op?: unknown; mic?: unknown };
    if (op === 'calendar' && typeof mic === 'string') names.add(mic);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit([plan.index.calendar, plan.events]);
  return Object.fromEntries(
    [...names].sort().map((mic) => [mic, calendarDigest({ op: 'calendar', mic }, market.calendars)]),
  );
}

function runFiles(plan: Plan, run: Run, manifest: RunManifest, decisions: Spool): Record<string, FileText> {
  const kinds = (plan.level.versions[0]?.variants ?? []).map((v) => v.kind);
  return {
    'levels.csv': levelsCsv(run.levels, { total: kinds.includes('total'), net: kinds.includes('net') }),
    'baskets.csv': basketsCsv(run.reviews),
    'decisions.jsonl': decisions.bytes(),
    'run.json': jsonText(manifest),
  };
}
