/** A commented rulebook to start from: every section, over the data that comes with it. */
export function starterRulebook(id: string, title: string, check: string): string {
  return `# A rulebook is made of sections; a rule is a name, a colon and one sentence. What belongs to a section or rule is indented under it.
# Change it, then run: ${check}

index ${id} "${title}"
  en "The six largest companies of a small market, weighted by free-float capitalisation, none above 25%."
  currency USD
  calendar XNYS

# The documents that the rules implement. Each rule cites a clause; \`rulebook check\` tells of clauses without a rule.
sources
  house = "${title} Methodology", "Us", "2023-01"
    clause "Universe"
    clause "Eligibility"
    clause "Selection"
    clause "Weighting"
    clause "Reviews"
    clause "Corporate actions"
    clause "Calculation"

# What is read from the market data: name, what it is of, and its unit. dataset.yaml says where it comes from.
# \`currency per share\` is the currency that the line trades in.
fields
  close of line: currency per share
  volume of line: shares
  shares_outstanding of line: shares
  free_float of line: ratio
  type of line: text

universe
  en "All shares of the market."
  cite house "Universe"
  lines where type is "common"

# Named values. What a measure is of (lines, companies) follows from what is in it.
measures
  price       = close in USD
    en "The price in dollars, converted where the share trades in another currency."
    cite house "Weighting"
  float_cap   = price * shares_outstanding * free_float
    en "Market value of the shares that anyone may buy."
    cite house "Weighting"
  company_cap = sum of float_cap over company
    en "Free-float capitalisation of all classes of a company."
    cite house "Selection"
  traded      = average of price * volume over 20 trading days
    en "Average value traded a day over twenty trading days."
    cite house "Eligibility"

# The last key of a ranking has to be different for each, so that there are no ties.
rankings
  size: companies where eligible by company_cap, largest first, then by company
    en "The largest eligible companies first; equal ones in the order of their identifiers."
    cite house "Selection"

# A line has to meet all rules. Members may have a lower threshold, so that they do not come and go.
eligibility of lines at review
  liquidity: require traded >= 2 million USD, of constituents traded >= 1 million USD
    en "At least two million dollars traded a day; one million for members."
    cite house "Eligibility"

# Steps run in order over the ranking.
selection of companies at review, ranked by size
  largest: take ranked 1 to 5
    en "The five largest companies."
    cite house "Selection"
  buffer: keep constituents ranked 6 to 7, up to 6
    en "A member ranked sixth or seventh stays."
    cite house "Selection"
  rest: fill to 6
    en "The largest of the others fill the index to six."
    cite house "Selection"

weighting at review
  basis: weight lines by float_cap
    en "By free-float capitalisation."
    cite house "Weighting"

limits on companies at review, until stable, otherwise fail
  single: when any weight > 25%, cap each at 25%
    en "No company above 25%; what is cut goes to the others."
    cite house "Weighting"

schedule
  review: in March, June
    en "Reviews take effect on the trading day after the third Friday, with the data of the end of the month before."
    cite house "Reviews"
    reference: last trading day of previous month
    announce: 5 trading days before effective
    effective: trading day after 3rd Friday of month

# Each corporate action that may meet a constituent needs a policy; one without is an error in a run.
maintenance
  splits: on split, adjust shares
    en "Splits change index shares, not the divisor."
    cite house "Corporate actions"
  stock_dividends: on stock dividend, adjust shares
    en "New shares given to holders change index shares."
    cite house "Corporate actions"
  dividends: on cash dividend, reinvest
    en "Dividends enter total return on the ex-date."
    cite house "Corporate actions"
  special_dividends: on special dividend, adjust divisor
    en "Special dividends are taken out of the price, and change the divisor."
    cite house "Corporate actions"
  rights_issues: on rights, adjust divisor
    en "Rights are taken up; the money that goes in changes the divisor."
    cite house "Corporate actions"
  spin_offs: on spin-off, add child until next review
    en "A company spun off stays until the next review."
    cite house "Corporate actions"
  cash_mergers: on cash merger, remove at terms, do not replace
    en "A company bought for cash leaves at the price paid."
    cite house "Corporate actions"
  stock_mergers: on stock merger, convert at terms, do not replace
    en "A company bought for shares turns into shares of its buyer."
    cite house "Corporate actions"
  delistings: on delisting, remove at terms, do not replace
    en "A delisted company leaves at what its holders get."
    cite house "Corporate actions"
  suspensions: on suspension, hold at last price
    en "A suspended share counts at its last price."
    cite house "Corporate actions"
  share_changes: on share change, update at next review
    en "New share counts enter at the next review."
    cite house "Corporate actions"
  symbols: on symbol change, follow
    en "A new symbol changes nothing."
    cite house "Corporate actions"

level
  en "Value of the index shares over the divisor."
  cite house "Calculation"
  base 1000 on 2023-03-20
  returns price, total
  round level to 2 decimals half up
`;
}
