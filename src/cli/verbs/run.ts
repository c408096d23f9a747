import { calendarDigest } from '../../calendar/index.ts';
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
import { filesWritten } from '../report/files-written.ts';
import { noLevel } from '../report/no-level.ts';
import { periodWarnings } from '../report/period-warnings.ts';
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
    operands: { least: 1, most: 1, what: 'one file, or a folder with one rulebook' },
    options: [
      needed(dataOption),
      rootOption,
      { name: 'from', value: 'DATE', date: true, required: true, text: 'first day' },
      { name: 'to', value: 'DATE', date: true, required: true, text: 'last day' },
      { name: 'out', value: 'DIR', text: 'folder for levels.csv, baskets.csv, decisions.jsonl and run.json' },
      { name: 'exact', text: 'decide everything in decimal arithmetic (slower, the same results)' },
      formatOption(),
    ],
    examples: [
      'rulebook run examples/starter/leaders-50.rulebook --data examples/starter --from 2022-06-17 --to 2024-12-31 --out out',
    ],
    notes: [
      'Files are written whole or not at all; the same inputs give the same bytes. Files that are there already are replaced. Without --out nothing is written.',
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
    let written = '';
    try {
      bar.busy('reading the data set');
      market = await openData(compiled, given, range);
      bar.end();
      run = runPlan(plan, market, {
        ...range,
        exact,
        ...(decisions === undefined ? {} : { onDecisions: (records) => decisions.add(decisionLines(records)) }),
        onProgress: bar.step,
      }).toRun();
      bar.end();
      if (run.levels.length === 0) throw noLevel(range, plan, run, market);
      run = { ...run, warnings: [...run.warnings, ...periodWarnings(range, plan, run, market)] };
      manifest = manifestOf(compiled, market, run, exact);
      if (out !== undefined && decisions !== undefined) {
        const files = runFiles(plan, run, manifest, decisions);
        written = filesWritten(out, Object.keys(files), run);
        writeFiles(out, files);
      }
    } finally {
      bar.end();
      decisions?.close();
    }
    io.err.write(warningsText(run.warnings, market));
    if (format === 'json')
      io.out.write(
        jsonText({ ...manifest, levels: { first: run.levels[0] ?? null, last: run.levels.at(-1) ?? null } }),
      );
    else {
      const summary = runSummary(plan, run, market, format === 'plain' ? { ...io, unicode: false } : io);
      io.out.write(written === '' ? summary : `${summary}\n${written}`);
    }
    return 0;
  },
};

function manifestOf({ bytes, plan }: Compiled, market: Market, run: Run, exact: boolean): RunManifest {
  return runManifest(run, {
    version: version(),
    plan,
    rulebookDigest: sha256(bytes),
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
