import type { LimitTrace } from '../run/run.ts';
import { listed, percentText } from './words.ts';

/** What the limits of a review did, a sentence for each stage that was looked at, those that acted first in their order. */
export function limitWords(limits: LimitTrace[], nameOf: (item: string) => string = (item) => item): string[] {
  const stages = new Map<string, LimitTrace[]>();
  for (const trace of limits) {
    const key = `${trace.block}\n${trace.stage}\n${trace.pointer}`;
    stages.set(key, [...(stages.get(key) ?? []), trace]);
  }
  return [...stages.values()].map((traces) => stageWords(traces, nameOf));
}

function stageWords(traces: LimitTrace[], nameOf: (item: string) => string): string {
  const name = `${traces[0]!.block}, ${traces[0]!.stage}`;
  const broken = traces.find(isBroken);
  const acted = traces.filter((t) => t.fired && t !== broken);
  const outcome = traces.find((t) => t.outcome !== undefined && t !== broken)?.outcome;
  const end =
    (outcome === undefined ? '' : ` The limits could not be met; ${outcome}.`) +
    (broken === undefined ? '' : ` ${brokenWords(broken)}`);
  if (acted.length === 0) return `${name}: did not act${comparison(traces[0]!)}.${end}`;
  const first = acted[0]!;
  const times = acted.length > 1 ? ` in ${acted.length} passes` : '';
  const cut = new Map<string, { before: string; after: string }>();
  for (const { changes } of acted)
    for (const { item, before, after, how } of changes)
      if (how !== 'shared') cut.set(item, { before: cut.get(item)?.before ?? before, after });
  const told = (lifted: boolean) =>
    [...cut]
      .filter(([, { before, after }]) => Number(after) > Number(before) === lifted)
      .sort((a, b) => Number(b[1].before) - Number(a[1].before))
      .map(([item, { before, after }]) => `${nameOf(item)} ${percentText(before)} to ${percentText(after)}`);
  const [down, up] = [told(false), told(true)];
  const parts = [
    ...(down.length === 0 ? [] : [`cut ${listed(down, 10)}`]),
    ...(up.length === 0 ? [] : [`${down.length === 0 ? 'lifted' : 'lifted, and held there,'} ${listed(up, 10)}`]),
  ];
  const what = parts.length === 0 ? 'no weight was set' : parts.join('; ');
  return `${name}: acted${times}${comparison(first)}; ${what}.${end}`;
}

/** Whether a trace tells of a stage that later limits have undone. */
export function isBroken(trace: Pick<LimitTrace, 'outcome'>): boolean {
  return trace.outcome === 'broken by later limits';
}

/** That a stage does not hold in the end, with what is found instead. */
export function brokenWords(trace: Pick<LimitTrace, 'observed' | 'bound'>): string {
  return `In the end it does not hold: the limits after it moved weights again${comparison(trace)}.`;
}

function comparison(trace: Pick<LimitTrace, 'observed' | 'bound'>): string {
  if (trace.observed === undefined) return '';
  const bound = trace.bound === undefined ? '' : `, bound ${percentText(trace.bound)}`;
  return ` (found ${percentText(trace.observed)}${bound})`;
}

/** What a block of limits is on, which is in its name: `companies`, `lines` or a group. */
export function limitedBy(block: string): string | undefined {
  return /^limits on (\S+)$/.exec(block)?.[1];
}
