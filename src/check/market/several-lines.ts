import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { listed } from '../support/listed.ts';
import { domainWord } from '../walk/domain-word.ts';
import { symbolOf } from './symbol-of.ts';

/**
 * RB5110: companies are weighted, some have several lines, and nothing says how a company's weight is divided over
 * them.
 */
export function checkSeveralLines(context: CheckContext, market: Market): Diagnostic[] {
  const found: Diagnostic[] = [];
  let several: ReturnType<typeof companiesOfSeveral> | undefined;
  for (const [i, section] of context.rulebook.sections.entries()) {
    if (section.section !== 'weighting') continue;
    for (const [k, rule] of section.rules.entries()) {
      if (rule.method === 'hold' || domainWord(rule.of) !== 'company' || rule.splitBy !== undefined) continue;
      several ??= companiesOfSeveral(market);
      if (several.count === 0) continue;
      found.push(
        finding(
          'warning',
          'RB5110',
          `\`${rule.name}\` weights companies, and ${several.count === 1 ? 'one of the data set has' : `${several.count} of the data set have`} several lines, for example ${listed(several.example)}`,
          [context.span(`/sections/${i}/rules/${k}`)],
          "nothing says how a company's weight is divided over its lines: the run stops where two of one company are selected",
          'divide it, for example `weight companies equally, split by line_cap` with a measure of lines; or select one line of each company; or weight lines',
        ),
      );
    }
  }
  return found;
}

/** How many companies have lines that are listed at the same time, and two such lines by symbol. */
function companiesOfSeveral(market: Market): { count: number; example: string[] } {
  const { listedFrom, listedUntil, companyOf } = market;
  const lines = Map.groupBy(market.lines.ids.keys(), (line) => companyOf[line]!);
  let count = 0;
  let example: string[] = [];
  for (const own of lines.values()) {
    const pair = own.flatMap((a, i) =>
      own.slice(i + 1).flatMap((b) => {
        const together = listedFrom[a]! <= listedUntil[b]! && listedFrom[b]! <= listedUntil[a]!;
        return together ? [[symbolOf(market, a), symbolOf(market, b)]] : [];
      }),
    )[0];
    if (pair === undefined) continue;
    count += 1;
    if (example.length === 0) example = pair;
  }
  return { count, example };
}
