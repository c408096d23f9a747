import { ALWAYS, type Column, type FieldInfo } from './market.ts';

/** One value of an entity from a date on. */
export type Step = { entity: number; date: number; known: number; value: number | string };

/** Makes a column of steps, sorted by entity, date and day known. */
export function stepsColumn(info: FieldInfo, entities: number, steps: Step[]): Column {
  const sorted = steps.every((step, i) => i === 0 || inOrder(steps[i - 1]!, step) <= 0)
    ? steps
    : steps.toSorted(inOrder);
  const offsets = new Int32Array(entities + 1);
  for (const step of sorted) offsets[step.entity + 1]! += 1;
  for (let e = 0; e < entities; e += 1) offsets[e + 1]! += offsets[e]!;
  const dated = {
    offsets,
    dates: new Int32Array(sorted.map((s) => s.date)),
    known: new Int32Array(sorted.map((s) => s.known)),
  };
  if (info.type !== 'text')
    return {
      info,
      kind: 'steps',
      domain: info.domain,
      values: new Float64Array(sorted.map((s) => Number(s.value))),
      ...dated,
    };
  const dictionary = [...new Set(sorted.map((s) => String(s.value)))].sort((a, b) => (a < b ? -1 : 1));
  const codes = new Map(dictionary.map((text, i) => [text, i]));
  return {
    info,
    kind: 'steps-text',
    domain: info.domain,
    codes: new Int32Array(sorted.map((s) => codes.get(String(s.value))!)),
    dictionary,
    ...dated,
  };
}

function inOrder(a: Step, b: Step): number {
  return a.entity - b.entity || a.date - b.date || a.known - b.known;
}

/** A value that holds on every day. */
export function always(entity: number, value: number | string, known: number = ALWAYS): Step {
  return { entity, date: ALWAYS, known, value };
}
