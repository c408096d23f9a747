import { isoDate } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { type Column, type Market, valueAsOf } from '../../market/index.ts';
import type { Expression } from '../../model/expression.ts';
import type { CheckContext } from '../context.ts';
import { type Scope, scopeOf } from '../names/scope.ts';
import { finding } from '../support/finding.ts';
import { lifeOf } from '../support/life.ts';
import { childrenOf } from '../walk/children.ts';
import { sitesOf } from '../walk/sites.ts';
import { mattering } from './members.ts';
import { selectable } from './selectable.ts';
import { someTold } from './some-of.ts';
import { symbolOf } from './symbol-of.ts';

/** Days of prices between those that are looked at. */
const STEP = 120;

/** How far the amounts of two lines of a company may be apart (each is its price times all shares), and for what part of the companies they must be so near. */
const NEAR = 0.15;
const MOST = 0.6;
/** Of fewer companies than these the amounts have to be the same. */
const FEW = 5;

/** An amount of lines, the ratio that it is multiplied by, and where. */
type Product = { amount: string; part: string; pointer: string };

/**
 * RB5123: an amount that is about the same on each line of a company, so that it is that of the whole company, multiplied by a ratio of lines that
 * shares out more than the whole of it.
 */
export function checkSharedOut(context: CheckContext, market: Market): Diagnostic[] {
  const scope = scopeOf(context.rulebook);
  const products = sitesOf(context.rulebook).flatMap((site) => [...productsIn(site.expression, site.pointer, scope)]);
  const told = new Set<string>();
  return products.flatMap(({ amount, part, pointer }) => {
    const [whole, ratio] = [market.fields.get(amount), market.fields.get(part)];
    if (whole === undefined || ratio === undefined || told.has(`${amount} ${part}`)) return [];
    told.add(`${amount} ${part}`);
    const found = sharedOut(context, market, whole, ratio);
    if (found.length === 0) return [];
    return [
      finding(
        'warning',
        'RB5123',
        `\`${amount}\` is that of the whole company on each of its lines, and \`${part}\` shares out more than all of it for ${found.length === 1 ? 'one company' : `${found.length} companies`}: ${someTold(found)}`,
        [context.span(pointer)],
        `the weight of such a company is counted once for each line where \`${part}\` is 100%`,
        `complete \`${part}\` in the data set, so that the lines of a company come to 100% at most`,
      ),
    ];
  });
}

function* productsIn(e: Expression, pointer: string, scope: Scope): Generator<Product> {
  if (e.kind === 'arithmetic' && e.op === '*') {
    const fields = factorsOf(e).flatMap((name) => scope.fields.get(name)?.[0]?.what ?? []);
    const ofLines = fields.filter((field) => field.of === 'line');
    const amounts = ofLines.filter((field) => /^[A-Z]{3}$/.test(field.unit));
    const parts = ofLines.filter((field) => ['ratio', '%', 'percent'].includes(field.unit));
    for (const amount of amounts) for (const part of parts) yield { amount: amount.name, part: part.name, pointer };
  }
  for (const [step, child] of childrenOf(e)) yield* productsIn(child, pointer + step, scope);
}

/** The names that a product multiplies. */
function factorsOf(e: Expression): string[] {
  if (e.kind === 'name') return [e.name];
  if (e.kind === 'convert') return factorsOf(e.value);
  return e.kind === 'arithmetic' && e.op === '*' ? [...factorsOf(e.left), ...factorsOf(e.right)] : [];
}

function sharedOut(context: CheckContext, market: Market, whole: Column, ratio: Column): string[] {
  const life = lifeOf(context.rulebook);
  const matters = mattering(context, market);
  const selected = selectable(context, market);
  const { days, listedFrom, listedUntil } = market;
  const several = [...Map.groupBy(market.lines.ids.keys(), (line) => market.companyOf[line]!)].filter(
    ([, lines]) => lines.length > 1,
  );
  const found = new Map<number, string>();
  const alike = { all: new Set<number>(), near: new Set<number>(), same: new Set<number>() };
  for (let at = days.length - 1; at >= 0; at -= STEP) {
    const day = days[at]!;
    if (day < life.from || day > life.until) continue;
    for (const [company, lines] of several) {
      const held = lines.filter((line) => listedFrom[line]! <= day && day <= listedUntil[line]! && selected(line, day));
      const amounts = held.map((line) => valueAsOf(market, whole, line, day, day)).filter((a) => !Number.isNaN(a));
      if (amounts.length < 2 || amounts.length < held.length) continue;
      const apart = Math.max(...amounts) / Math.min(...amounts) - 1;
      alike.all.add(company);
      if (apart === 0) alike.same.add(company);
      if (!(apart <= NEAR)) continue;
      alike.near.add(company);
      if (found.has(company) || !held.some((line) => matters.on(line, day))) continue;
      const sum = held.reduce((total, line) => total + valueAsOf(market, ratio, line, day, day), 0);
      if (!(sum > 1.001)) continue;
      const names = held.map((line) => `\`${symbolOf(market, line, day)}\``).join(' and ');
      found.set(company, `${names} with ${Number((sum * 100).toPrecision(6))}% on ${isoDate(day)}`);
    }
  }
  // Two classes may happen to be of one size; where most are, it is that of the company.
  const { all, near, same } = alike;
  const ofCompanies = all.size < FEW ? same.size === all.size : near.size >= MOST * all.size;
  return ofCompanies ? [...found.values()] : [];
}
