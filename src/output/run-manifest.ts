import type { Decision, TableCount } from '../market/index.ts';
import type { Run } from '../run/run.ts';
import type { Plan } from '../plan/plan.ts';
import { limitRecords } from './limit-records.ts';
import { overrides } from './overrides.ts';

/** What `run.json` needs to know beside the run itself. Digests are SHA-256, hexadecimal. */
export type RunInputs = {
  version: string;
  plan: Plan;
  rulebookDigest: string;
  dataset: string;
  dataDigest: string;
  calendars: Record<string, string>;
  exact: boolean;
  tables: TableCount[];
  decisions: Decision[];
};

/** The content of `run.json`; grammar/run.schema.json describes it. */
export type RunManifest = ReturnType<typeof runManifest>;

/** Everything that says which inputs gave these results, and what was left out on the way. */
export function runManifest(run: Run, inputs: RunInputs) {
  return {
    format: 1,
    index: run.index,
    from: run.from,
    to: run.to,
    arithmetic: inputs.exact ? 'decimal throughout' : 'decimal where floats cannot tell',
    versions: { rulebook: inputs.version, plan: inputs.plan.planVersion },
    digests: {
      rulebook: inputs.rulebookDigest,
      plan: inputs.plan.hash,
      data: inputs.dataDigest,
      calendars: inputs.calendars,
    },
    dataset: inputs.dataset,
    days: run.levels.length,
    reviews: run.reviews.map((r) => ({
      id: r.id,
      event: r.event,
      dates: r.dates,
      incumbents: r.incumbents,
      constituents: r.basket.length,
      additions: r.additions,
      deletions: r.deletions,
      gone: r.gone,
      limits: limitRecords(r),
    })),
    rows: inputs.tables.map(rowsOf),
    divisors: run.divisors,
    changes: run.changes,
    warnings: run.warnings,
    overrides: overrides(inputs.plan, run, inputs.decisions),
  };
}

/** What was read of a table, and what was left out, with some examples. */
export function rowsOf({ table, read, used, leftOut, derived, missing }: TableCount) {
  return {
    table,
    read,
    used,
    left_out: leftOut,
    ...(derived === undefined ? {} : { derived }),
    values_not_known: missing,
  };
}
