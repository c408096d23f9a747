import { isoDate } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { FxRates, Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { scopeOf } from '../names/scope.ts';
import { finding } from '../support/finding.ts';
import { lifeOf } from '../support/life.ts';
import { counted, listed } from '../support/listed.ts';
import { selectable } from './selectable.ts';
import { someOf } from './some-of.ts';
import { symbolOf } from './symbol-of.ts';

/** Days of prices for which rates may lack at either end. */
const GRACE = 10;

/** A currency that has to be turned into that of the index, with what is in it. */
type Foreign = { currency: string; lines: number[]; amounts: number };

/** RB5114: currencies that no rate turns into that of the index. RB5115: rates that begin after the prices or end before them. */
export function checkRates(context: CheckContext, market: Market): Diagnostic[] {
  const { currency: own, currencyAt } = scopeOf(context.rulebook);
  if (own === undefined || market.days.length === 0) return [];
  const foreign = foreignTo(own, context, market);
  const without = foreign.filter(({ currency }) => ratesOf(market, currency, own).length === 0);
  const place = [context.span(currencyAt!)];
  const found: Diagnostic[] = [];
  if (without.length > 0)
    found.push(
      finding(
        'warning',
        'RB5114',
        `${nothingFrom(market, own)}, and not all is in it: ${without.map((f) => amountsIn(f, market)).join('; ')}`,
        place,
        'without a rate an amount is not known in the currency of the index, so that these lines are left out of rankings and weights, or the run stops',
        helpOf(without, own, market),
      ),
    );
  for (const { currency } of foreign) {
    const lack = lackingDays(context, market, ratesOf(market, currency, own));
    if (lack === undefined) continue;
    found.push(
      finding(
        'warning',
        'RB5115',
        `rates ${currency}/${own} ${lack}`,
        place,
        'after the last rate it goes on to be used, however old; before the first one no amount is known',
        'complete the table of rates, or take the days without rates out of the prices',
      ),
    );
  }
  return found;
}

/** The rates by which something that the rulebook may read is turned into the currency of the index. */
export function neededRates(context: CheckContext, market: Market): FxRates[] {
  const { currency: own } = scopeOf(context.rulebook);
  if (own === undefined || market.fx.length === 0) return [];
  return foreignTo(own, context, market).flatMap(({ currency }) => ratesOf(market, currency, own));
}

function foreignTo(own: string, context: CheckContext, market: Market): Foreign[] {
  const life = lifeOf(context.rulebook);
  const all = new Map<string, Foreign>();
  const of = (currency: string) => {
    const one = all.get(currency) ?? { currency, lines: [], amounts: 0 };
    if (currency !== '' && currency !== own) all.set(currency, one);
    return one;
  };
  const last = market.days.at(-1) ?? 0;
  const selected = selectable(context, market);
  const within = (line: number) => selected(line, Math.min(last, market.listedUntil[line]!));
  for (const [line, currency] of market.currencyOf.entries())
    if (currency !== '' && currency !== own && within(line)) of(currency).lines.push(line);
  for (const { line, amount, currency, exDate } of market.actions)
    if (amount !== undefined && currency !== undefined && within(line) && exDate >= life.from && exDate <= life.until)
      of(currency).amounts += 1;
  return [...all.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** The rates of a pair, either way round. */
function ratesOf({ fx }: Market, a: string, b: string): FxRates[] {
  return fx.filter(({ base, quote }) => (base === a && quote === b) || (base === b && quote === a));
}

function nothingFrom({ fx }: Market, own: string): string {
  if (fx.length === 0) return `the data set has no rates to \`${own}\`, the currency of the index`;
  const any = fx.some(({ base, quote }) => base === own || quote === own);
  return any
    ? `some currencies of the data set have no rate to \`${own}\`, the currency of the index`
    : `no rate is from or to \`${own}\`, the currency of the index`;
}

function amountsIn({ currency, lines, amounts }: Foreign, market: Market): string {
  const inLines =
    lines.length === 0
      ? []
      : [
          `${counted(lines.length, 'line')}, ${someOf(
            lines.map((line) => symbolOf(market, line)),
            3,
          )}`,
        ];
  const inActions = amounts === 0 ? [] : [`the amounts of ${counted(amounts, 'corporate action')}`];
  return `\`${currency}\` (${[...inLines, ...inActions].join(', and ')})`;
}

function helpOf(without: Foreign[], own: string, { fx }: Market): string {
  const known = new Set([own, ...fx.flatMap(({ base, quote }) => [base, quote])]);
  const meant = without.flatMap(({ currency }) => {
    const upper = currency.toUpperCase();
    if (known.has(upper)) return [`\`${upper}\` for \`${currency}\``];
    if (/^(GBX|GBp)$/.test(currency) && known.has('GBP')) return [];
    const swapped = [...known].find((k) => [...k].sort().join() === [...upper].sort().join());
    return swapped === undefined ? [] : [`\`${swapped}\` for \`${currency}\``];
  });
  const pence = without.some(({ currency }) => /^(GBX|GBp)$/.test(currency))
    ? 'pence are hundredths of `GBP`: divide their prices by 100 with `scale: 0.01` and give the lines that currency; '
    : '';
  if (meant.length > 0) return `${pence}did you mean ${meant.join(', ')}?`;
  return `${pence}give the data set a table of kind \`fx\` with rates of ${listed(without.map((f) => f.currency))} to \`${own}\`, or say \`priced in ${own}\` in the universe where other lines are not meant`;
}

/** How the days of prices go beyond those of rates, by more than a few. */
function lackingDays({ rulebook }: CheckContext, { days }: Market, rates: FxRates[]): string | undefined {
  if (rates.length === 0) return undefined;
  const life = lifeOf(rulebook);
  const priced = days.filter((day) => day >= life.from && day <= life.until);
  const first = Math.min(...rates.map((r) => r.days[0]!));
  const last = Math.max(...rates.map((r) => r.days.at(-1)!));
  const after = priced.filter((day) => day > last).length;
  const before = priced.filter((day) => day < first).length;
  if (after > GRACE) return `end on ${isoDate(last)}, prices go on to ${isoDate(priced.at(-1)!)}`;
  return before > GRACE ? `begin on ${isoDate(first)}, prices on ${isoDate(priced[0]!)}` : undefined;
}
