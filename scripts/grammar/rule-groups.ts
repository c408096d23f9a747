/** What a rule of the grammar is, for those who write rulebooks; `like`: how it looks. */
export type RuleNote = { rule: string; says: string; like?: string };
/** Rules that belong together, the main ones first. `frame`: what goes around an example to make it a rulebook. */
export type RuleGroup = { title: string; about: string; frame: (example: string) => string; rules: RuleNote[] };

const whole = (example: string) => example;
const sections = (example: string) => `${example}\n`;
const inSection = (header: string) => (example: string) => `${header}\n  ${example}\n`;
const inMeasure = (example: string) => `measures\n  m = ${example}\n`;

/** All rules of the grammar, in the order in which an author meets them. */
export const ruleGroups: RuleGroup[] = [
  {
    title: 'Sections',
    about:
      'A rulebook is a row of sections. What belongs to a section stands indented under its first line, one sentence a line.',
    frame: sections,
    rules: [
      { rule: 'rulebook', says: 'A file.' },
      { rule: 'section', says: 'One of these; most may come several times.' },
      {
        rule: 'indexSection',
        says: 'Name, currency and calendar of the index.',
        like: 'index NDX "Nasdaq-100"\n  currency USD\n  calendar XNAS',
      },
      {
        rule: 'sourcesSection',
        says: 'The documents that the rules implement, with their clauses.',
        like: 'sources\n  methodology = "Nasdaq-100 Index Methodology", "Nasdaq", "2024-06"\n    clause "Weighting"',
      },
      {
        rule: 'fieldsSection',
        says: 'What is read from the market data, with its unit.',
        like: 'fields\n  close of line: USD per share\n  volume of line: shares',
      },
      {
        rule: 'universeSection',
        says: 'The lines that the rules speak about, and groups of them.',
        like: 'universe\n  lines where exchange is "NASDAQ"\n  group sector by industry',
      },
      {
        rule: 'measuresSection',
        says: 'Named values.',
        like: 'measures\n  traded = average of close * volume over 3 months',
      },
      {
        rule: 'rankingsSection',
        says: 'Named orders of lines or companies.',
        like: 'rankings\n  size: companies by company_cap, largest first, then by company',
      },
      {
        rule: 'eligibilitySection',
        says: 'What each line or company has to meet.',
        like: 'eligibility of lines at review\n  liquidity: require traded >= 5 million USD',
      },
      {
        rule: 'selectionSection',
        says: 'Who is taken, step by step along a ranking.',
        like: 'selection of companies at review, ranked by size\n  largest: take ranked 1 to 75\n  buffer: keep constituents ranked 76 to 100\n  rest: fill to 100',
      },
      {
        rule: 'weightingSection',
        says: 'What weights follow.',
        like: 'weighting at review\n  basis: weight lines by line_cap',
      },
      {
        rule: 'limitsSection',
        says: 'How weights are capped.',
        like: 'limits on companies at review, until stable, otherwise fail\n  single: when any weight > 10%, cap each at 10%',
      },
      {
        rule: 'scheduleSection',
        says: 'When reviews take place, and on which dates they look.',
        like: 'schedule\n  review: in March, September\n    reference: last trading day of previous month\n    effective: trading day after 3rd Friday of month',
      },
      {
        rule: 'discretionSection',
        says: 'What somebody may decide, and when.',
        like: 'discretion\n  special: "Index committee" may "call a special review" at review',
      },
      {
        rule: 'maintenanceSection',
        says: 'What corporate actions do.',
        like: 'maintenance\n  splits: on split, adjust shares\n  dividends: on cash dividend, reinvest',
      },
      {
        rule: 'levelSection',
        says: 'Where the level begins, which returns there are, how they are rounded.',
        like: 'level\n  base 1000 on 2024-03-18\n  returns price, total\n  round level to 2 decimals half up',
      },
    ],
  },
  {
    title: 'First lines of sections',
    about: 'Some sections say on their first line whom they are about, at which events they run, and how.',
    frame: sections,
    rules: [
      { rule: 'sectionHeader', says: 'The first line of any section.' },
      { rule: 'indexHeader', says: 'Identifier and name.', like: 'index NDX "Nasdaq-100"' },
      { rule: 'plainHeader', says: 'Sections that need no more than their name.', like: 'measures' },
      {
        rule: 'eligibilityHeader',
        says: 'Of lines or of companies, and at which events.',
        like: 'eligibility of lines at reconstitution',
      },
      {
        rule: 'selectionHeader',
        says: 'With a name it makes a set of that name, else the constituents.',
        like: 'selection of companies at reconstitution, ranked by size, reserve 6',
      },
      {
        rule: 'weightingHeader',
        says: 'The notional is needed where weights do not come from amounts of lines.',
        like: 'weighting at reconstitution, notional 1 billion USD',
      },
      {
        rule: 'limitsHeader',
        says: 'And what happens where the limits cannot be met.',
        like: 'limits on companies at rebalance, until stable, otherwise fail',
      },
      { rule: 'domain', says: '`lines`, `companies`, or the name of a group.' },
      {
        rule: 'atEvents',
        says: 'The events at which it runs; all where nothing is said.',
        like: 'eligibility of lines at reconstitution, rebalance',
      },
    ],
  },
  {
    title: 'Index, sources, fields, universe',
    about: 'Lines that say what the index is and what it reads.',
    frame: whole,
    rules: [
      { rule: 'indexLine', says: 'A line of `index`.', like: 'index A "A"\n  review by 2027-06-30' },
      { rule: 'calendar', says: 'On which days the index trades.', like: 'index A "A"\n  calendar XNYS and XLON' },
      {
        rule: 'oneCalendar',
        says: 'A built-in calendar, or one that the data set brings.',
        like: 'index A "A"\n  calendar XNYS except (XLON or XPAR)',
      },
      {
        rule: 'source',
        says: 'Name, title, publisher, and edition.',
        like: 'sources\n  methodology = "Title", "Publisher", "2024-06"',
      },
      {
        rule: 'clause',
        says: 'A clause of the source above it.',
        like: 'sources\n  methodology = "Title", "Publisher", "2024-06"\n    clause "Security types"',
      },
      {
        rule: 'field',
        says: 'Name, what it is of, and its unit.',
        like: 'fields\n  close of line: currency per share',
      },
      { rule: 'universeLine', says: 'Which lines count, and how they are grouped.', like: 'universe\n  priced in USD' },
      { rule: 'unit', says: 'Of a field, or behind a number.', like: 'fields\n  close of line: USD per share' },
    ],
  },
  {
    title: 'Measures, rankings, eligibility',
    about: 'Sentences about values, orders and conditions.',
    frame: whole,
    rules: [
      {
        rule: 'measure',
        says: 'A named value; what it is of follows from what is in it.',
        like: 'measures\n  line_cap = close * shares',
      },
      {
        rule: 'ranking',
        says: 'The last key has to differ for each, so that there are no ties.',
        like: 'rankings\n  size: companies by company_cap, largest first, then by company',
      },
      {
        rule: 'rankingKey',
        says: 'A number needs its order; text goes alphabetically.',
        like: 'rankings\n  size: lines by cap, largest first, then by line',
      },
      {
        rule: 'screen',
        says: '`require` decides, `guideline` is only reported.',
        like: 'eligibility of lines\n  liquidity: require traded >= 5 million USD, of constituents traded >= 2 million USD',
      },
    ],
  },
  {
    title: 'Selection',
    about: 'Steps run in their order, each over the whole ranking.',
    frame: inSection('selection of companies, ranked by size'),
    rules: [
      { rule: 'tier', says: 'A step.', like: 'buffer: keep constituents ranked 76 to 100' },
      {
        rule: 'boundedTier',
        says: 'Takes, keeps or drops those who meet all that it says.',
        like: 'largest: take newcomers ranked 1 to 50, up to 10',
      },
      { rule: 'fillingTier', says: 'Takes the best ranked until there are so many.', like: 'rest: fill to 100' },
      { rule: 'balancingTier', says: 'Takes or drops until there are exactly so many.', like: 'even: balance to 30' },
      { rule: 'ranks', says: 'A part of the ranking.', like: 'tail: drop ranked 126 or worse' },
      {
        rule: 'reach',
        says: 'Until a measure along the ranking is there.',
        like: 'most: take until coverage reaches 85%',
      },
      { rule: 'withinGroup', says: 'In each group by itself.', like: 'each: take ranked 1 to 10 within sector' },
      { rule: 'condition', says: 'Only those for whom it holds.', like: 'payers: take where dividend_yield > 0%' },
    ],
  },
  {
    title: 'Weights and limits',
    about: 'A limit is: for whom, when, what is done, and what holds for the others.',
    frame: whole,
    rules: [
      {
        rule: 'weight',
        says: 'How weights, or index shares, come about.',
        like: 'weighting, notional 1 billion USD\n  basis: weight companies equally, split by float_cap',
      },
      {
        rule: 'splitBy',
        says: 'How the lines of one company share its weight.',
        like: 'weighting, notional 1 billion USD\n  basis: weight companies by score, split by float_cap',
      },
      {
        rule: 'limit',
        says: 'A stage of limits.',
        like: 'limits on lines, otherwise fail\n  single: when any weight > 15%, cap each at 14%',
      },
      {
        rule: 'cohort',
        says: 'Whom it is about; all where nothing is said.',
        like: 'limits on lines, otherwise fail\n  five: for the 5 largest weights, when their total >= 40%, scale them to total 38.5%',
      },
      {
        rule: 'trigger',
        says: 'When it acts; always where nothing is said.',
        like: 'limits on lines, otherwise fail\n  single: when any weight > 10%, cap each at 10%',
      },
      { rule: 'action', says: 'What it does.', like: 'limits on lines, otherwise fail\n  least: floor each at 0.5%' },
      {
        rule: 'toward',
        says: 'Weights move toward a value, all by the same share of their distance.',
        like: 'limits on lines, otherwise fail\n  pull: move them toward 1% until the largest is 10%',
      },
    ],
  },
  {
    title: 'Schedule and dates',
    about: 'Events, and the dates that each of them has.',
    frame: whole,
    rules: [
      { rule: 'event', says: 'When it takes place.', like: 'schedule\n  rebalance: in March, June, September' },
      {
        rule: 'occurs',
        says: 'Months, dates, every month or day, or when somebody decides.',
        like: 'schedule\n  special: when decided',
      },
      { rule: 'monthNumber', says: 'A month.' },
      {
        rule: 'eventDate',
        says: '`reference`, `announce`, `effective`, or a name of your own.',
        like: 'schedule\n  review: in March\n    reference: last trading day of previous month',
      },
      {
        rule: 'dateRule',
        says: 'A day.',
        like: 'schedule\n  review: in March\n    effective: trading day after 3rd Friday of month',
      },
      {
        rule: 'nthDay',
        says: 'Counted within a month.',
        like: 'schedule\n  review: in March\n    effective: 2nd last trading day of month',
      },
      {
        rule: 'countedDays',
        says: 'So many days before or after another.',
        like: 'schedule\n  review: in March\n    announce: 6 trading days before effective',
      },
      {
        rule: 'oneDay',
        says: 'The next one before or after another.',
        like: 'schedule\n  review: in March\n    effective: Wednesday before 2nd Friday of month',
      },
      { rule: 'shifted', says: 'Before or after what.' },
      {
        rule: 'dateWindow',
        says: 'A day that is decided, between two others.',
        like: 'schedule\n  review: in March\n    effective: decided between 1st trading day of month and last trading day of month',
      },
      {
        rule: 'monthRef',
        says: 'Which month.',
        like: 'schedule\n  review: in March\n    reference: last trading day of January of next year',
      },
      {
        rule: 'onCalendar',
        says: 'Trading days of another calendar than the index has.',
        like: 'schedule\n  review: in March\n    effective: trading day on XLON after 3rd Friday of month',
      },
    ],
  },
  {
    title: 'Discretion, maintenance, level',
    about: 'What may be decided, what happens between reviews, and the level.',
    frame: whole,
    rules: [
      {
        rule: 'discretion',
        says: 'Who may do what at which event.',
        like: 'discretion\n  special: "Index committee" may "call a rebalance" at review when largest of cap over constituents > 12%',
      },
      {
        rule: 'policy',
        says: 'What a kind of corporate action does. Each kind that occurs needs one.',
        like: 'maintenance\n  bought: on cash merger, remove at terms, replace by highest ranked newcomer',
      },
      {
        rule: 'effect',
        says: 'A part of what it does.',
        like: 'maintenance\n  shares: on share change, update at once when at least 10%',
      },
      { rule: 'levelLine', says: 'A line of `level`.', like: 'level\n  base 1000 on 2024-03-18' },
      { rule: 'variant', says: 'A kind of return.', like: 'level\n  returns price, total, net after 30% tax' },
      {
        rule: 'rounding',
        says: 'To how many decimals, and which way.',
        like: 'level\n  round level to 2 decimals half up',
      },
    ],
  },
  {
    title: 'Expressions',
    about: 'From the loosest to the tightest: `or` binds loosest, a name or a number tightest.',
    frame: inMeasure,
    rules: [
      { rule: 'expression', says: 'A value, or a condition.', like: 'average of close * volume over 3 months' },
      { rule: 'choice', says: 'One value or another.', like: 'if close > 5 USD per share then 1 else 0' },
      { rule: 'disjunction', says: 'One of them holds.', like: 'a > 1 or b > 1' },
      { rule: 'conjunction', says: 'All of them hold.', like: 'a > 1 and b > 1' },
      { rule: 'denial', says: 'It does not hold.', like: 'not constituent' },
      { rule: 'comparison', says: 'Two values compared.', like: 'type in ("common", "depositary_receipt")' },
      { rule: 'list', says: 'Several values.' },
      { rule: 'value', says: 'A number, with another where it is missing.', like: 'free_float otherwise 100%' },
      { rule: 'sum', says: 'Sums and differences.', like: 'price + dividend' },
      { rule: 'product', says: 'Products and quotients.', like: 'close * shares / 1000' },
      { rule: 'signed', says: 'With a minus.', like: '-growth' },
      { rule: 'power', says: 'A power.', like: 'growth ^ 0.5' },
      { rule: 'dated', says: 'As of another date, or in another currency.', like: 'close in USD' },
      {
        rule: 'primary',
        says: 'Names, numbers, functions and what is in parentheses.',
        like: 'round half up close to 0.05',
      },
      { rule: 'aggregate', says: 'Over a group, a set, or a stretch of time.', like: 'sum of line_cap over company' },
      {
        rule: 'span',
        says: 'A stretch of time that ends on the as-of date.',
        like: 'average of volume over 63 trading days needing 42 observations',
      },
      { rule: 'numeral', says: 'A number with scale and unit.', like: '5 million USD' },
    ],
  },
  {
    title: 'What any rule may have',
    about: 'A name before it, a period behind it, prose and citations under it.',
    frame: whole,
    rules: [
      { rule: 'label', says: 'The name of a rule.', like: 'maintenance\n  splits: on split, adjust shares' },
      {
        rule: 'period',
        says: 'From when to when it holds, both days included. Rules of one name are versions of it.',
        like: 'maintenance\n  splits: on split, adjust shares from 2024-01-01 until 2024-12-31',
      },
      { rule: 'note', says: 'Prose or a citation, under a section or a rule.' },
      {
        rule: 'prose',
        says: 'The rule in words; `en` and `ja` are languages.',
        like: 'maintenance\n  splits: on split, adjust shares\n    en "Splits change index shares, not the divisor."',
      },
      {
        rule: 'citation',
        says: 'The clause that the rule implements.',
        like: 'maintenance\n  splits: on split, adjust shares\n    cite methodology "Splits" because "reverse splits are meant too"',
      },
    ],
  },
];
