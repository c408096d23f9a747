/** A rulebook without findings of about so many lines: the same few rules again and again, under names of their own. */
export function largeRulebook(lines: number): string {
  const rules = Math.max(1, Math.round((lines - 50) / 6));
  const measures: string[] = [];
  const screens: string[] = [];
  for (let i = 1; i <= rules; i += 1) {
    measures.push(
      `  value_${i} = average of close * volume over ${20 + (i % 40)} trading days`,
      `    en "Traded on an average day, number ${i}."`,
      '    cite methodology "Rules"',
    );
    screens.push(
      `  traded_${i}: require value_${i} >= ${100 + (i % 900)} USD`,
      `    en "Enough is traded on an average day, number ${i}."`,
      '    cite methodology "Rules"',
    );
  }
  return `${head}
measures
  cap = close * shares
    en "Market capitalisation."
    cite methodology "Rules"
${measures.join('\n')}

eligibility of lines at review
${screens.join('\n')}
${tail}`;
}

const head = `index LARGE "Many rules"
  en "A rulebook of many rules."
  currency USD
  calendar XNYS

sources
  methodology = "Methodology of many rules", "Benchmark", "1"
    clause "Rules"

fields
  close of line: USD per share
  volume of line: shares
  shares of line: shares

rankings
  size: lines where eligible by cap, largest first, then by line
`;

const tail = `
selection of lines at review, ranked by size
  en "The largest hundred."
  cite methodology "Rules"
  hundred: take ranked 1 to 100

weighting at review
  en "By market capitalisation."
  cite methodology "Rules"
  basis: weight lines by cap

schedule
  review: in March, September
    en "Twice a year."
    cite methodology "Rules"
    reference: last trading day of previous month
    effective: trading day after 3rd Friday of month

maintenance
  en "What corporate actions do."
  cite methodology "Rules"
  splits: on split, adjust shares
  stock_dividends: on stock dividend, adjust shares
  special_dividends: on special dividend, adjust divisor
  rights_issues: on rights, adjust divisor
  spin_offs: on spin-off, add child until next review
  cash_mergers: on cash merger, remove at terms, do not replace
  stock_mergers: on stock merger, convert at terms, do not replace
  delistings: on delisting, remove at last price, do not replace
  suspensions: on suspension, hold at last price
  share_changes: on share change, update at next review

level
  base 1000 on 2010-03-22
  returns price
  round level to 2 decimals half up
`;
