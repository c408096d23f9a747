import type { CatalogueEntry } from './entry.ts';

const level = (returns: string) =>
  `level\n  base 100 on 2020-01-31\n  returns ${returns}\n  round level to 2 decimals half up\n`;
const policies = `maintenance
  splits: on split, adjust shares
  stock_dividends: on stock dividend, adjust shares
  special_dividends: on special dividend, adjust divisor
  rights_issues: on rights, adjust divisor
  spin_offs: on spin-off, add child until next review
  cash_mergers: on cash merger, remove at terms
  stock_mergers: on stock merger, convert at terms
  delistings: on delisting, remove at last price
  suspensions: on suspension, hold at last price
  share_changes: on share change, update at next review
`;
const reviews = (weighting: string) =>
  `schedule
  yearly: in June
    effective: trading day after 3rd Friday of month
  quarterly: in March, September, December
    effective: trading day after 3rd Friday of month

selection of companies at yearly, quarterly
  all: take

${weighting}
  basis: weight lines by cap
`;

const whole = (weighting: string) =>
  `fields
  close of line: USD per share
  issued of line: shares
  market_cap of company: USD

${weighting}`;

/** Findings about rules that a run would need: weightings, what they follow, and policies. */
export const missingRulesCatalogue: readonly CatalogueEntry[] = [
  {
    code: 'RB1016',
    title: 'corporate actions without a policy',
    why: 'Nothing is done to an index that its rules do not say: a run stops where a constituent has an action that no policy answers. (A price index passes cash dividends over, and a new symbol changes nothing.)',
    help: 'Say in `maintenance` what the methodology says of each occasion.',
    failing: `${level('price')}\nmaintenance\n  splits: on split, adjust shares\n`,
    passing: `${level('price')}\n${policies}`,
  },
  {
    code: 'RB1017',
    title: 'a return with dividends, and no policy for them',
    why: 'The run would stop at the first dividend of a constituent.',
    help: 'Add `dividends: on cash dividend, reinvest` to `maintenance`.',
    failing: `${level('price, total')}\n${policies}`,
    passing: `${level('price, total')}\n${policies}  dividends: on cash dividend, reinvest\n`,
  },
  {
    code: 'RB1018',
    title: 'an index that never weights',
    why: 'Whoever is selected would have no index shares, and the index no level.',
    help: 'Say in a section `weighting` what weights follow, at every event that may bring newcomers.',
    failing: `${level('price')}\nselection of companies\n  all: take\n`,
    passing: `${level('price')}\nselection of companies\n  all: take\n\nweighting\n  basis: weight lines by cap\n`,
  },
  {
    code: 'RB1019',
    title: 'an event that may bring newcomers and does not weight them',
    why: 'Whoever comes in would have no index shares: the run stops there.',
    help: 'Let a weighting, or a `weighting of entrants`, run at the event too.',
    failing: reviews('weighting at yearly'),
    passing: reviews('weighting at yearly, quarterly'),
  },
  {
    code: 'RB1020',
    title: 'lines that are weighted by a value of companies',
    why: 'Each line of a company gets the whole value: a company with two lines in the index counts twice.',
    help: 'Weight by a value of lines, or weight companies and split by a value of lines.',
    failing: whole('weighting at yearly\n  basis: weight lines by market_cap\n'),
    passing: whole(
      'weighting at yearly, notional 1 billion USD\n  basis: weight companies by market_cap, split by close * issued\n',
    ),
  },
];
