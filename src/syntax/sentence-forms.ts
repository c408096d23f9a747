/** What each kind of sentence is called, and how one looks. */
export const sentenceForms = {
  sectionHeader: { what: 'section line', like: 'eligibility of lines at reconstitution' },
  indexHeader: { what: 'section line', like: 'index NDX "Nasdaq-100"' },
  eligibilityHeader: { what: 'section line', like: 'eligibility of lines at reconstitution' },
  selectionHeader: {
    what: 'section line',
    like: 'selection of companies at reconstitution, ranked by size, reserve 6',
  },
  weightingHeader: { what: 'section line', like: 'weighting at reconstitution, notional 1 billion USD' },
  limitsHeader: { what: 'section line', like: 'limits on companies at rebalance, until stable, otherwise fail' },
  plainHeader: { what: 'section line', like: 'measures' },
  prose: { what: 'line of prose', like: 'en "Common shares only."' },
  citation: { what: 'citation', like: 'cite methodology "Security types" because "…"' },
  indexLine: { what: 'line about the index', like: 'calendar XNAS' },
  source: { what: 'source', like: 'methodology = "Title", "Publisher", "2024-06"' },
  clause: { what: 'clause', like: 'clause "Security types"' },
  field: { what: 'field', like: 'close of line: USD per share' },
  universeLine: { what: 'line about the universe', like: 'lines where exchange is "NASDAQ"' },
  measure: { what: 'measure', like: 'traded = average of close * volume over 3 months' },
  ranking: { what: 'ranking', like: 'size: companies by company_cap, largest first, then by company' },
  screen: { what: 'screen', like: 'liquidity: require traded >= 5 million USD' },
  tier: { what: 'selection step', like: 'buffer: keep constituents ranked 76 to 100' },
  weight: { what: 'weighting rule', like: 'basis: weight lines by line_cap' },
  limit: { what: 'limit', like: 'single: when any weight > 24%, cap each at 20%' },
  event: { what: 'event', like: 'rebalance: in March, June, September' },
  eventDate: { what: 'event date', like: 'reference: last trading day of previous month' },
  discretion: { what: 'discretion', like: 'special: "Index committee" may "call a rebalance" at special when …' },
  policy: { what: 'policy', like: 'splits: on split, adjust shares' },
  levelLine: { what: 'line about the level', like: 'base 125 on 1985-01-31' },
  expression: { what: 'expression', like: 'average of close * volume over 3 months' },
  dateRule: { what: 'date rule', like: 'trading day after 3rd Friday of December' },
  unit: { what: 'unit', like: 'USD per share' },
  calendar: { what: 'calendar', like: 'XNYS and XLON' },
} as const satisfies Record<string, { what: string; like: string }>;

export type SentenceForm = keyof typeof sentenceForms;

/** What lines that begin with words of their own look like, by the first of them. */
const byFirstWord: Partial<Record<SentenceForm, Readonly<Record<string, string>>>> = {
  indexLine: { currency: 'currency USD', review: 'review by 2027-06-30', ends: 'ends 2027-06-30' },
  universeLine: { priced: 'priced in USD', group: 'group sector by industry' },
  levelLine: {
    returns: 'returns price, total, net after 30% tax',
    round: 'round level to 2 decimals half up',
    divisor: 'divisor 1000',
  },
};

/** How a sentence of a kind looks, the one that begins like it where there are several. */
export function likeThis(form: SentenceForm, beginning: string): string {
  return byFirstWord[form]?.[beginning.split(' ')[0]!] ?? sentenceForms[form].like;
}
