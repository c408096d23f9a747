import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { scopeOf } from '../names/scope.ts';
import { finding } from '../support/finding.ts';
import { listed } from '../support/listed.ts';
import { symbolOf } from './symbol-of.ts';

/** RB5105: an amount declared in one currency, of which lines of the data set have another. */
export function checkCurrencies(context: CheckContext, market: Market): Diagnostic[] {
  const { fields, pricedIn } = scopeOf(context.rulebook);
  return [...fields.values()].flatMap(([declared]) => {
    const { name, of, unit } = declared!.what;
    const currency = /^[A-Z]{3}(?= per |$)/.exec(unit)?.[0];
    const given = market.fields.get(name)?.info.unit ?? '';
    // Levels are made of closes, each in the currency of its line, whatever the unit of the field.
    const each = /^currency\b/.test(given) || (name === 'close' && (given === unit || given === ''));
    if (currency === undefined || of !== 'line' || !each || !market.fields.has(name) || pricedIn === currency)
      return [];
    const others = market.currencyOf.flatMap((c, line) => (c === '' || c === currency ? [] : [line]));
    if (others.length === 0) return [];
    const currencies = [...new Set(others.map((line) => market.currencyOf[line]!))].sort();
    const example = others.find((line) => symbolOf(market, line) !== '') ?? others[0]!;
    const all = market.lines.ids.length;
    const lines = `${others.length === all ? 'all' : `${others.length} of the`} ${all} lines of the data set`;
    return [
      finding(
        'error',
        'RB5105',
        `\`${name}\` is declared in \`${unit}\`, but ${lines} trade in ${listed(currencies)}, for example \`${symbolOf(market, example)}\``,
        [context.span(declared!.pointer)],
        `an amount of theirs would be taken for so many \`${currency}\`, without a conversion`,
        `declare it in \`${unit.replace(currency, 'currency')}\` and write \`${name} in ${currency}\` where it is read; or say \`priced in ${currency}\` in the universe, which leaves out all lines that trade in another currency`,
      ),
    ];
  });
}
