import { ALWAYS, type Column, type FieldInfo } from './market.ts';

/** One value of an entity from a date on. */
export type Step = { entity: number; date: number; known: number; value: number | string };

/** Makes a column of steps, sorted by entity, date and day known. */
export function stepsColumn(info: FieldInfo, entities: number, steps: Step[]): Column {
  const sorted = steps.toSorted((a, b) => a.entity - b.entity || a.date - b.date || a.known - b.known);
  const offsets = new Int32Array(entities + 1);
  for (const step of sorted) offsets[step.entity + 1]! += 1;
  for (let e = 0; e < entities; e += 1) offsets[e + 1]! += offsets[e]!;
  const dated = {
    offsets,
    dates: Int32Array.from(sorted, (s) => s.date),
    known: Int32Array.from(sorted, (s) => s.known),
  };
  if (info.type !== 'text')
    return {
      info,
      kind: 'steps',
      domain: info.domain,
      values: Float64Array.from(sorted, (s) => Number(s.value)),
      ...dated,
    };
  const dictionary = [...new Set(sorted.map((s) => String(s.value)))].sort((a, b) => (a < b ? -1 : 1));
  const codes = new Map(dictionary.map((text, i) => [text, i]));
  return {
    info,
    kind: 'steps-text',
    domain: info.domain,
    codes: Int32Array.from(sorted, (s) => codes.get(String(s.value))!),
    dictionary,
    ...dated,
  };
}

/** A value that holds on every day. */
export function always(entity: number, value: number | string, known: number = ALWAYS): Step {
  return { entity, date: ALWAYS, known, value };
}
