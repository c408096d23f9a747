import type { TinyMarket } from '../support/tiny-market.ts';
import type { Case } from './generated-case.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Makes a case smaller as long as it still `differs`: rules, conditions, parts of expressions, lines, days, actions and decisions
 * go one after another. Ends when nothing more can go, or when `milliseconds` have passed.
 */
export function reduce(start: Case, differs: (one: Case) => boolean, milliseconds: number): Case {
  const end = Date.now() + milliseconds;
  let best = start;
  for (let before: Case | undefined; before !== best; ) {
    before = best;
    for (const smaller of [smallerMarkets, smallerRulebooks]) {
      for (let i = 0; Date.now() < end; ) {
        const options = smaller(best);
        const found = options.findIndex((one, k) => k >= i && Date.now() < end && differs(one()));
        if (found < 0) break;
        best = options[found]!();
        i = found;
      }
    }
  }
  return best;
}

function smallerMarkets(one: Case): (() => Case)[] {
  const { market } = one;
  const changed = (part: Partial<TinyMarket>) => () => ({ ...one, market: { ...market, ...part } });
  const without = <T>(list: T[], i: number) => list.filter((_, k) => k !== i);
  const options: (() => Case)[] = [];
  for (const part of [Math.floor(market.days.length / 4), 5, 1])
    if (market.days.length > part + 2) options.push(changed({ days: market.days.slice(0, -part) }));
  for (const key of ['actions', 'decisions', 'constituents', 'levels'] as const)
    for (let i = 0; i < (market[key] ?? []).length; i++)
      options.push(changed({ [key]: without<object>(market[key]!, i) }));
  for (const line of market.lines) {
    const id = typeof line === 'string' ? line : line.line;
    const ofLine = (row: { line?: string; other?: string; subject?: string }) => row.line === id || row.other === id;
    if (market.lines.length > 1)
      options.push(
        changed({
          lines: market.lines.filter((l) => l !== line),
          actions: (market.actions ?? []).filter((row) => !ofLine(row)),
          constituents: (market.constituents ?? []).filter((row) => !ofLine(row)),
        }),
      );
  }
  for (const [name, field] of Object.entries(market.fields ?? {})) {
    if (!('values' in field)) continue;
    for (const [id, value] of Object.entries(field.values))
      if (Array.isArray(value))
        options.push(
          changed({
            fields: { ...market.fields, [name]: { ...field, values: { ...field.values, [id]: value[0]!.value } } },
          }),
        );
  }
  return options;
}

/** Rulebooks with one part left out, or with one expression become a part of itself. */
function smallerRulebooks(one: Case): (() => Case)[] {
  const options: (() => Case)[] = [];
  const put = (path: (string | number)[], value: Json | undefined) =>
    options.push(() => ({ ...one, rulebook: replaced(one.rulebook as unknown as Json, path, value) as never }));
  const visit = (node: Json, path: (string | number)[]): void => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const i of node.keys()) put([...path, i], undefined);
      for (const [i, item] of node.entries()) visit(item, [...path, i]);
      return;
    }
    for (const child of Object.values(node))
      for (const part of Array.isArray(child) ? child : [child]) if ('kind' in node && isNode(part)) put(path, part);
    for (const key of Object.keys(node)) {
      if (optional.has(key)) put([...path, key], undefined);
      if (key !== 'fields') visit(node[key]!, [...path, key]);
    }
  };
  visit(one.rulebook as unknown as Json, []);
  return options;
}

/** Parts that a rulebook, or one of its rules, may be without. */
const optional = new Set(
  'at where pricedIn within rankedBy set candidates reserve ranks reach upTo atMost membership who everyone constituents newcomers roundShares notional splitBy when others threshold needing byMonth event from until roundDivisor divisor entrantsOnly ends'.split(
    ' ',
  ),
);

function isNode(part: Json): boolean {
  return typeof part === 'object' && part !== null && 'kind' in part;
}

function replaced(node: Json, path: (string | number)[], value: Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? null;
  if (Array.isArray(node)) {
    const index = Number(step);
    if (rest.length === 0 && value === undefined) return node.filter((_, i) => i !== index);
    return node.map((item, i) => (i === index ? replaced(item, rest, value) : item));
  }
  const { [step]: child, ...others } = node as { [key: string]: Json };
  if (rest.length === 0 && value === undefined) return others;
  return { ...others, [step]: replaced(child!, rest, value) };
}
