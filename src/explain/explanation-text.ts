import { visible } from '../diagnostics/render/visible.ts';
import type { ExplainedRank, ExplainedRule, ExplainedStage, ExplainedTier, Explanation } from './explain-security.ts';
import { groupedNumber } from './grouped-number.ts';
import { brokenWords, isBroken, limitedBy } from './limit-words.ts';
import type { RulePlace } from './rule-place.ts';
import { ordinal } from '../diagnostics/ordinal.ts';
import { listed, percentText } from './words.ts';

/** How words are set apart on a terminal; each may be the identity. */
export type Marks = Record<'bold' | 'dim' | 'green' | 'red' | 'yellow', (text: string) => string>;
const same = (text: string): string => text;
const unmarked: Marks = { bold: same, dim: same, green: same, red: same, yellow: same };

/** An explanation as a clerk would give it: the answer first, then each step with its numbers, clause and line. */
export function explanationText(told: Explanation, marks: Marks = unmarked): string {
  const e = shown(told);
  const { security: s, review } = e;
  const reference = review.dates.reference === undefined ? '' : `, values read as of ${review.dates.reference}`;
  const title = `${s.symbol || s.line}${s.name === '' ? '' : ` (${s.name})`}, line ${s.line}, company ${s.company}`;
  const parts = [
    `${marks.bold(title)}\n${review.index}, ${review.event} effective ${review.dates.effective}${reference}; incumbents: ${review.incumbents}`,
    answer(e, marks),
  ];
  if (e.universe !== undefined) parts.push(`${marks.bold('Universe')}${universe(e.universe, marks)}`);
  if (e.rules.length > 0)
    parts.push(`${marks.bold('Rules')}\n${e.rules.map((r) => rule(r, e.incumbent, marks)).join('\n')}`);
  // Who was not looked at has no rank that tells anything.
  const ranks = e.looked ? e.rankings.map((r) => ranking(r, marks)) : [];
  if (ranks.length > 0) parts.push(`${marks.bold('Ranks')}\n${ranks.join('\n')}`);
  const tiers = e.tiers.map((t) => tier(t, marks));
  for (const { action, author, reason } of e.decisions) tiers.push(`  decision to ${action} it, ${author}: ${reason}`);
  if (e.reserve !== undefined) tiers.push(`  ${ordinal(e.reserve)} on the reserve list`);
  if (tiers.length > 0) parts.push(`${marks.bold('Selection')}\n${tiers.join('\n')}`);
  if (e.limits.length > 0) parts.push(`${marks.bold('Limits')}\n${stages(e.limits, marks).join('\n')}`);
  if (e.basket !== undefined) parts.push(`${marks.bold('Weight')}\n${weights(e, e.basket).join('\n')}`);
  return `${parts.join('\n\n')}\n`;
}

function answer(e: Explanation, marks: Marks): string {
  const why = reasonOut(e);
  const sister = e.siblings.length === 0 ? '' : ` Its company is in the index with ${listed(e.siblings)}.`;
  if (e.gone) {
    return marks.red(
      `It was selected, at ${share(e)}, but had left the market by the effective date: it is not in the index from then on.`,
    );
  }
  switch (e.result) {
    case 'kept':
      return marks.green(`It stays a constituent, at ${share(e)}.`);
    case 'added':
      return marks.green(`It becomes a constituent, at ${share(e)}.`);
    case 'deleted':
      return marks.red(`It was a constituent and leaves${why}.${sister}`);
    case 'not selected':
      return marks.red(`It was no constituent and does not become one${why}.${sister}`);
    case 'not looked at':
      return marks.yellow(`The rules did not look at it: ${outside(e)}.`);
    default:
      return e.result satisfies never;
  }
}

/** Why a security that the rules looked at is not in; nothing where it is. */
function reasonOut(e: Explanation): string {
  const failed = e.rules.filter((r) => r.force === 'require' && r.outcome !== 'yes').map((r) => r.rule);
  if (failed.length > 0) return `: it does not meet ${failed.join(', ')}`;
  const main = e.tiers.find((t) => t.set === 'constituents');
  if (main === undefined) return e.tiers.length === 0 ? ': the event selects nobody' : '';
  if (main.result === 'dropped') return `: dropped by ${main.rule}${decidedBy(e)}`;
  if (main.result === 'selected' && main.of === 'company')
    return `: its company is selected by ${main.rule}, but not with this line`;
  if (!e.eligible) return '';
  const ranks = Object.values(e.ranks);
  const ranked = ranks.length === 1 ? `, ranked ${ordinal(ranks[0]!)},` : '';
  return `: it meets the rules but${ranked} was not reached${before(e)}`;
}

/** Who decided about it and why, where somebody did. */
function decidedBy({ decisions }: Explanation): string {
  const told = decisions.map(({ author, reason }) => `${author}: ${reason}`);
  return told.length === 0 ? '' : ` (${told.join('; ')})`;
}

/** Why a security was not looked at. */
function outside({ universe, review }: Explanation): string {
  const [listed] = universe?.compared ?? [];
  const day = review.dates.reference ?? review.dates.effective;
  return listed?.outcome === 'no' ? `it was not listed on ${day}` : `it was not in the universe on ${day}`;
}

/** The weight of the line, with that of its company where it has other lines in the index. */
function share(e: Explanation): string {
  const { weight, companyWeight } = e.basket!;
  if (e.siblings.length === 0) return percentText(weight);
  return `${percentText(weight)}; its company, with ${listed(e.siblings)}, at ${percentText(companyWeight)}`;
}

/** Who took the places before someone who meets the rules came to his turn. */
function before(e: Explanation): string {
  const steps = e.tiers.find((t) => t.set === 'constituents')?.steps ?? [];
  const took = steps.filter((step) => step.took > 0);
  const all = took.reduce((sum, step) => sum + step.took, 0);
  if (took.length === 0) return '';
  return `: the ${all} selected came in by ${listed(took.map((step) => `${step.rule} (${step.took})`))}`;
}

function weights(e: Explanation, basket: NonNullable<Explanation['basket']>): string[] {
  const rows: [string, string][] = [
    ['weight of the line', percentText(basket.weight, 4)],
    ...(e.siblings.length === 0
      ? []
      : ([['weight of its company', percentText(basket.companyWeight, 4)]] as [string, string][])),
    ['index shares', groupedNumber(basket.indexShares)],
    ['cap factor', groupedNumber(Number(basket.capFactor).toFixed(6))],
    ...(Number(basket.membership) === 1 ? [] : ([['membership', basket.membership]] as [string, string][])),
  ];
  const wide = Math.max(...rows.map(([what]) => what.length));
  return rows.map(([what, value]) => `  ${what.padEnd(wide)}  ${value}`);
}

function universe({ compared, rule: place }: NonNullable<Explanation['universe']>, marks: Marks): string {
  return `${comparisons(compared)}${place === undefined ? '' : `\n${about(place, marks)}`}`;
}

/** The rank and what it is by; where there is none, what it would have to meet. */
function ranking(r: ExplainedRank, marks: Marks): string {
  const place = r.rank === undefined ? 'no rank' : `${ordinal(r.rank)} of ${r.among}`;
  const keys = r.keys.map(
    ({ by, order, value }) => `${by} (${grouped(value)})${value.startsWith('"') ? '' : `, ${order}`}`,
  );
  const where = r.rank === undefined ? comparisons(r.where) : '';
  return `  ${place} in ${r.rule}${where}\n${inner}by ${keys.join('; then ')}\n${about(r, marks)}`;
}

const inner = ' '.repeat(10);

function comparisons(compared: ExplainedRule['compared'], indent = inner): string {
  return compared.map((c) => `\n${indent}${grouped(c.left)} ${c.operator} ${grouped(c.right)}: ${c.outcome}`).join('');
}

function tier(t: ExplainedTier, marks: Marks): string {
  const set = t.set === 'constituents' ? '' : ` for the set ${t.set}`;
  if (t.steps === undefined || t.steps.length === 0)
    return `  ${t.result} by ${t.rule}${set}${comparisons(t.compared)}\n${about(t, marks)}`;
  const steps = t.steps.map(
    (step) =>
      `${inner}${marks.dim(`${step.sentence ?? step.rule}; took ${step.took}${step.last === undefined ? '' : `, the last ranked ${ordinal(step.last)}`}; ${step.file}:${step.line}`)}${comparisons(step.compared, `${inner}  `)}`,
  );
  return `  ${t.result}${set}: none of these steps took it\n${steps.join('\n')}`;
}

function rule(r: ExplainedRule, incumbent: boolean, marks: Marks): string {
  const colour = r.outcome === 'yes' ? marks.green : r.outcome === 'no' ? marks.red : marks.yellow;
  const kind = r.force === 'guideline' ? ' (guideline: reported, does not decide)' : '';
  const compared =
    r.compared.length === 0
      ? `\n${inner}asks nothing of ${incumbent ? 'constituents' : 'newcomers'}`
      : comparisons(r.compared);
  return `  ${colour(r.outcome.padEnd(7))} ${r.rule}, of the ${r.of}${kind}${compared}\n${about(r, marks)}`;
}

/** Each stage once, with what it did in every pass in which it acted. */
function stages(limits: ExplainedStage[], marks: Marks): string[] {
  const byRule = Map.groupBy(limits, (l) => `${l.block}\n${l.rule}\n${l.line}`);
  return [...byRule.values()].map((passes) => {
    const broken = passes.find(isBroken);
    const acted = passes.filter((l) => l !== broken && (l.fired || l.outcome !== undefined));
    const told = (acted.length > 0 ? acted : passes.slice(0, 1)).map((l) => pass(l, acted.length > 1));
    const of = limitedBy(passes[0]!.block);
    const end = broken === undefined ? '' : `. ${brokenWords(broken)}`;
    return `  ${passes[0]!.rule}${of === undefined ? '' : `, weights of ${of}`}: ${told.join('; then ')}${end}\n${about(passes[0]!, marks)}`;
  });
}

function pass(l: ExplainedStage, several: boolean): string {
  const bound = l.bound === undefined ? '' : `, bound ${percentText(l.bound)}`;
  const found = l.observed === undefined ? '' : ` (found ${percentText(l.observed)}${bound})`;
  const did = !l.fired
    ? 'did not act'
    : l.change === undefined
      ? 'acted, did not change it'
      : `${percentText(l.change.before)} became ${percentText(l.change.after)}, ${how(l.change.how)}`;
  const outcome = l.outcome === undefined ? '' : `; ${l.outcome}`;
  return `${several ? `in pass ${l.round} ` : ''}${did}${found}${outcome}`;
}

function how(word: string): string {
  if (word === 'fixed') return 'set by this limit';
  return word === 'shared' ? 'its share of what the limit moved' : 'held at the bound for the others';
}

function about(place: RulePlace, marks: Marks): string {
  const prose = place.prose?.en ?? Object.values(place.prose ?? {})[0];
  const cites = place.cites.map((c) => `${c.title}${c.edition === '' ? '' : ` (${c.edition})`}, "${c.clause}"`);
  const lines = [
    ...(place.sentence === undefined ? [] : [place.sentence]),
    ...(prose === undefined ? [] : [prose]),
    `${cites.length === 0 ? '' : `${cites.join('; ')}; `}${place.file}:${place.line}`,
  ];
  return lines.map((line) => `${inner}${marks.dim(line)}`).join('\n');
}

/** Long numbers with their digits in threes, so that they can be read. */
function grouped(words: string): string {
  return words.replace(/(?<![\w.,-])\d{5,}(?![\w-])/g, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
}

/** What an explanation says, without signs that move the cursor or look like others; texts of rules keep their lines. */
function shown<T>(value: T, lines = true): T {
  if (typeof value === 'string') return (lines ? value.split('\n').map(visible).join('\n') : visible(value)) as T;
  if (Array.isArray(value)) return value.map((one) => shown(one, lines)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const fromData = ['security', 'compared', 'siblings', 'decisions'];
  const entries = Object.entries(value).map(([key, inner]) => [key, shown(inner, lines && !fromData.includes(key))]);
  return Object.fromEntries(entries) as T;
}
