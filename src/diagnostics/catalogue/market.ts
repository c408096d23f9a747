import type { CatalogueEntry, GivenMarket } from './entry.ts';

const days = ['2024-01-02', '2024-01-03', '2024-06-24', '2024-06-25'];
const market: GivenMarket = {
  days,
  lines: [
    { line: 'ELM', company: 'elm', currency: 'EUR' },
    { line: 'FIR', company: 'fir', currency: 'USD' },
    { line: 'FIR.B', company: 'fir', currency: 'USD' },
  ],
  close: { ELM: [10, 11, 12, 12], FIR: [20, 21, 22, 22], 'FIR.B': [19, 20, 21, 21] },
  fields: {
    float: { unit: 'ratio', values: { ELM: 92, FIR: 85, 'FIR.B': 100 } },
    free: { unit: 'ratio', values: { ELM: 0.92, FIR: 0.85, 'FIR.B': 1 } },
    type: { values: { ELM: 'common', FIR: 'common', 'FIR.B': 'preferred' } },
    sector: { values: { ELM: 'Paper', FIR: 'Tools', 'FIR.B': 'Tools' } },
  },
  actions: [{ line: 'FIR', exDate: '2024-01-03', kind: 'split', ratio: 2 }],
};
const given = { market };

const head = (base: string) =>
  `index DEMO "Demonstration"\n  currency USD\n  calendar WEEKDAYS\n\nlevel\n  base 100 on ${base}\n  returns price\n  round level to 2 decimals half up\n\n`;
const sectorCap = (cap: string) =>
  `fields\n  sector of line: text\n\nuniverse\n  lines\n  group sector by sector\n\nlimits on sector, otherwise fail\n  most: cap each at ${cap}\n`;
const review = `schedule
  review: in June
    reference: last trading day of previous month
    effective: trading day after 3rd Friday of month

weighting at review
  basis: weight lines by cap
`;

/** Findings about a rulebook and the values of a data set. */
export const marketCatalogue: readonly CatalogueEntry[] = [
  {
    code: 'RB5105',
    title: 'an amount in another currency than declared',
    why: 'The amounts of lines that trade in another currency would be taken as they are, without a conversion.',
    help: 'Declare the field in the own currency of each line and convert it where it is read; or say `priced in USD` in the universe, which leaves out all lines that trade in another currency.',
    failing: 'fields\n  close of line: USD per share\n',
    passing: 'fields\n  close of line: currency per share\n\nmeasures\n  price = close in USD\n',
    given,
  },
  {
    code: 'RB5106',
    title: 'a ratio a hundred times too large, or a percentage a hundred times too small',
    why: 'A file may have 92 or 0.92 for 92%; read the wrong way, a bound such as 15% is met by all or by none.',
    help: 'Write `unit: percent` (92 is 92%) or `unit: ratio` (0.92 is 92%) at the field in `dataset.yaml`.',
    failing: 'fields\n  float of line: ratio\n',
    passing: 'fields\n  free of line: ratio\n',
    given,
  },
  {
    code: 'RB5107',
    title: 'a text that the data set does not have',
    why: 'A condition that compares with it holds for nobody, or leaves nobody out.',
    help: 'Take the suggested text.',
    failing: 'fields\n  type of line: text\n\nuniverse\n  lines where type is "comon"\n',
    passing: 'fields\n  type of line: text\n\nuniverse\n  lines where type is "common"\n',
    given,
  },
  {
    code: 'RB5108',
    title: 'corporate actions of the data set without a policy',
    why: 'A run stops where a constituent has a corporate action that no policy answers.',
    help: 'Say in `maintenance` what the methodology says of each.',
    failing: head('2024-01-02'),
    passing: `${head('2024-01-02')}maintenance\n  splits: on split, adjust shares\n`,
    given,
  },
  {
    code: 'RB5109',
    title: 'a cap on groups that are too few',
    why: 'All weights together make 100%, so that so few groups cannot all stay below the cap.',
    help: 'Raise the cap to at least 100% divided by the number of groups, or say what happens then: `otherwise relax to feasible`.',
    failing: sectorCap('40%'),
    passing: sectorCap('60%'),
    given,
  },
  {
    code: 'RB5110',
    title: 'weights of companies that are not divided over their lines',
    why: 'Where two lines of one company are selected, nothing says what part of its weight each has, and the run stops.',
    help: 'Say `split by` a measure of lines, select one line of each company, or weight lines.',
    failing: 'weighting, notional 1 billion USD\n  even: weight companies equally\n',
    passing:
      'fields\n  cap of line: USD\n\nweighting, notional 1 billion USD\n  even: weight companies equally, split by cap\n',
    given,
  },
  {
    code: 'RB5111',
    title: 'a base date without a review',
    why: 'The level starts with the first basket, at the base value: there is none for the days before, and what the market did on them is lost.',
    help: 'Let the base date be the effective date of a review or the trading day before one, or give the data set published levels.',
    failing: `${head('2024-01-03')}${review}`,
    passing: `${head('2024-06-21')}${review}`,
    given,
  },
];
