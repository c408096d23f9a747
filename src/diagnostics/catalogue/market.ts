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

/** A dozen lines. */
const trees = Array.from({ length: 12 }, (_, i) => `T${i + 1}`);
const forest: GivenMarket = {
  days: ['2024-01-02'],
  lines: trees.map((line) => ({ line })),
  close: Object.fromEntries(trees.map((line) => [line, [10]])),
};
const floats = (last: number) => ({
  unit: 'ratio',
  values: Object.fromEntries(trees.map((line, i) => [line, i === 11 ? last : 1 - i / 20])),
});
/** Every day of some weeks. */
const spring: GivenMarket = {
  days: Array.from({ length: 60 }, (_, i) => new Date(Date.UTC(2024, 2, 1 + i)).toISOString().slice(0, 10)),
  lines: [{ line: 'ELM', currency: 'EUR' }],
  close: { ELM: Array.from({ length: 60 }, () => 10) },
};
const decided = (rows: NonNullable<GivenMarket['decisions']>) => ({ market: { ...market, decisions: rows } });
const committee = (event: string) =>
  `${head('2024-01-03')}selection of lines at ${event}\n  committee: decided\n\nschedule\n  ${event}: when decided\n    reference: decided\n    effective: decided\n`;

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
  {
    code: 'RB5112',
    title: 'a decision that nothing takes up',
    why: 'A decision names an event, or a step of it, and the day on which that is effective; where there is none, it changes nothing.',
    help: 'Mend the name or the date in the table of decisions, or take the row out. Events that occur when decided need a row with action `call`.',
    failing: committee('change'),
    passing: committee('special'),
    given: decided([{ date: '2024-01-03', event: 'special', action: 'call' }]),
  },
  {
    code: 'RB5113',
    title: 'a decision about someone whom the data set does not have',
    why: 'A run stops on the day of a decision whose subject is no line, no symbol of that day and no company.',
    help: 'Take the suggested name, or add the line to the data set.',
    failing: committee('special'),
    passing: committee('change'),
    given: decided([
      { date: '2024-01-03', event: 'special', action: 'call' },
      { date: '2024-01-03', event: 'special', action: 'add', subject: 'ELMM' },
    ]),
  },
  {
    code: 'RB5114',
    title: 'a currency without a rate to that of the index',
    why: 'Amounts in it are not known in the currency of the index: such lines are left out of rankings and weights, or the run stops.',
    help: 'Mend the name of the currency, give the data set rates in a table of kind `fx`, or say `priced in` in the universe where other lines are not meant.',
    failing: head('2024-01-02'),
    passing: `${head('2024-01-02')}universe\n  lines\n  priced in USD\n`,
    given,
  },
  {
    code: 'RB5115',
    title: 'rates that end long before the prices, or begin long after them',
    why: 'After the last rate it goes on to be used, however old; before the first one no amount is known.',
    help: 'Complete the table of rates.',
    failing: head('2024-03-01'),
    passing: head('2024-04-25'),
    given: {
      market: {
        ...spring,
        fx: [{ base: 'EUR', quote: 'USD', rates: { '2024-03-01': 1.08, '2024-04-05': 1.09 } }],
      },
    },
  },
  {
    code: 'RB5116',
    title: 'a close far from the one before, without an action of the line',
    why: 'A split that the actions lack is a gain or a loss of the index that never was, and so is a wrong price.',
    help: 'Add the split to the table of actions, have splits found with `derive: splits` in `dataset.yaml`, or mend the price.',
    failing: 'fields\n  close of line: currency per share\n\nuniverse\n  lines where type is "common"\n',
    passing:
      'fields\n  close of line: currency per share\n  type of line: text\n\nuniverse\n  lines where type is "common"\n',
    given: {
      market: { ...market, close: { ...market.close, 'FIR.B': [19, 57, 57, 58] } },
    },
  },
  {
    code: 'RB5117',
    title: 'a rate far from the one of the day before',
    why: 'Currencies hardly ever move so far in a day: all that is converted with a wrong rate is wrong.',
    help: 'Mend the rate; where it stands the wrong way round, exchange base and quote.',
    failing: head('2024-01-02'),
    passing: `${head('2024-01-02')}universe\n  lines\n  priced in USD\n`,
    given: {
      market: {
        ...market,
        fx: [{ base: 'EUR', quote: 'USD', rates: { '2024-01-02': 1.08, '2024-01-03': 0.93, '2024-01-04': 1.6 } }],
      },
    },
  },
  {
    code: 'RB5118',
    title: 'a stock dividend of a new share or more for each one held',
    why: 'The ratio is new shares for each one held: 5 gives five of them, and 5% is 0.05.',
    help: 'Write 0.05 for 5%; where so many shares were given, a `split` says it plainly.',
    failing: head('2024-01-02'),
    passing: head('2024-01-04'),
    given: {
      market: { ...market, actions: [{ line: 'FIR', exDate: '2024-01-03', kind: 'stock_dividend', ratio: 5 }] },
    },
  },
  {
    code: 'RB5119',
    title: 'lines without prices while they are listed',
    why: 'A line without a price is selected by nobody; a constituent keeps its last one, however old.',
    help: 'Complete the prices, end the listing with `listed_until` or an action, or have ends found with `derive: delistings` in `dataset.yaml`.',
    failing: head('2024-03-01'),
    passing: head('2024-04-25'),
    given: {
      market: { ...spring, close: { ELM: Array.from({ length: 60 }, (_, i) => (i < 40 ? 10 : null)) } },
    },
  },
  {
    code: 'RB5120',
    title: 'published constituents that are not listed',
    why: 'Who is not listed is no incumbent of a review, and keeps no place.',
    help: 'End the membership when the listing ends, or mend the days of listing.',
    failing: head('2024-03-01'),
    passing: head('2024-03-01').replace('index DEMO', 'index OTHER'),
    given: {
      market: {
        ...spring,
        lines: [{ line: 'ELM', listedFrom: '2024-03-01', listedUntil: '2024-03-20' }],
        constituents: [{ index: 'DEMO', line: 'ELM', from: '2024-03-01' }],
      },
    },
  },
  {
    code: 'RB5121',
    title: 'a few values above 100% among fractions',
    why: 'A part of a whole is at most all of it; one that is more weighs too much.',
    help: 'Mend the value in the table.',
    failing: 'fields\n  float of line: ratio\n',
    passing: 'fields\n  free of line: ratio\n',
    given: { market: { ...forest, fields: { float: floats(2.3), free: floats(0.23) } } },
  },
  {
    code: 'RB5122',
    title: 'a base date that the data do not cover',
    why: 'What the index was when the data begin is not known, or no level can be computed.',
    help: 'Write a base date that the data cover, or give the data set published levels or constituents of the index.',
    failing: head('2013-01-02'),
    passing: head('2024-01-02'),
    given,
  },
  {
    code: 'RB5123',
    title: 'lines that share out more than their company',
    why: 'An amount of the whole company that stands on each of its lines is counted once for each line where the ratio that shares it out is 100%.',
    help: 'Complete the ratio in the data set, so that the lines of a company come to 100% at most.',
    failing: 'fields\n  cap of line: USD\n  free of line: ratio\n\nmeasures\n  line_cap = cap * free\n',
    passing: 'fields\n  cap of line: USD\n  listed of line: ratio\n\nmeasures\n  line_cap = cap * listed\n',
    given: {
      market: {
        ...market,
        fields: {
          ...market.fields,
          cap: { unit: 'USD', values: { ELM: 900, FIR: 800, 'FIR.B': 800 } },
          listed: { unit: 'ratio', values: { ELM: 1, FIR: 0.7, 'FIR.B': 0.3 } },
        },
      },
    },
  },
];
