import type { CatalogueEntry } from './entry.ts';

/** Findings about names and sections. */
export const namesCatalogue: readonly CatalogueEntry[] = [
  {
    code: 'RB1001',
    title: 'a name that is no field or measure',
    why: 'Every value that rules read is declared once, in `fields` (market data) or `measures`.',
    help: 'Take the suggested name if it was a slip; otherwise declare the field or measure. Text is written in quotes.',
    failing: 'fields\n  close of line: USD per share\n\nmeasures\n  dear = clsoe * 2\n',
    passing: 'fields\n  close of line: USD per share\n\nmeasures\n  dear = close * 2\n',
  },
  {
    code: 'RB1002',
    title: 'a name that is taken',
    why: 'A reader could not tell which of two things a rule means; some words mean the same in every rulebook.',
    help: 'Give one of the two another name.',
    failing: 'fields\n  close of line: USD per share\n  size of line: USD\n\nmeasures\n  size = close * 2\n',
    passing: 'fields\n  close of line: USD per share\n  size of line: USD\n\nmeasures\n  dear = close * 2\n',
  },
  {
    code: 'RB1003',
    title: 'a name that is no ranking',
    why: 'Ranks are taken in a ranking that `rankings` declares, with its tie-break.',
    help: 'Take the suggested name, or declare the ranking.',
    failing: 'selection of companies, ranked by size\n  all: take ranked 1 to 50\n',
    passing:
      'fields\n  cap of company: USD\n\nrankings\n  size: companies by cap, largest first, then by company\n\nselection of companies, ranked by size\n  all: take ranked 1 to 50\n',
  },
  {
    code: 'RB1004',
    title: 'a name that is no set',
    why: 'Sets are `universe`, `eligible`, `constituents`, `selected` and those that a selection makes.',
    help: 'Take the suggested name, or make the set with `selection NAME of companies`.',
    failing: 'eligibility of companies\n  listed: require member of lits\n\nselection list of companies\n  all: take\n',
    passing: 'eligibility of companies\n  listed: require member of list\n\nselection list of companies\n  all: take\n',
  },
  {
    code: 'RB1005',
    title: 'a name that is no event',
    why: 'Sections run at events of the schedule; one that names no event would never run.',
    help: 'Take the suggested name, or declare the event in `schedule`.',
    failing:
      'selection of companies at review\n  all: take\n\nschedule\n  reviews: in June\n    effective: last trading day of June\n',
    passing:
      'selection of companies at review\n  all: take\n\nschedule\n  review: in June\n    effective: last trading day of June\n',
  },
  {
    code: 'RB1006',
    title: 'a name that is no date of an event',
    why: 'Values are read as of a date that an event has.',
    help: 'Take the suggested name, or give the event that date.',
    failing:
      'schedule\n  review: in June\n    reference: 5 trading days before efective\n    effective: last trading day of June\n',
    passing:
      'schedule\n  review: in June\n    reference: 5 trading days before effective\n    effective: last trading day of June\n',
  },
  {
    code: 'RB1007',
    title: 'a name that is no group',
    why: 'Values are brought together over `company`, over a group that the universe declares, or over a set.',
    help: 'Take the suggested name, or declare the group: `group sector by industry`.',
    failing:
      'fields\n  cap of line: USD\n  industry of line: text\n\nmeasures\n  sector_cap = sum of cap over sector\n',
    passing:
      'fields\n  cap of line: USD\n  industry of line: text\n\nuniverse\n  lines\n  group sector by industry\n\nmeasures\n  sector_cap = sum of cap over sector\n',
  },
  {
    code: 'RB1008',
    title: 'a source that is not declared',
    why: 'A citation is of use only if one can find what it cites.',
    help: 'Take the suggested name, or declare the source in `sources`.',
    failing:
      'sources\n  methodology = "Methodology", "House", "2024"\n    clause "Weights"\n\nweighting, notional 1 billion USD\n  basis: weight companies equally\n    cite metodology "Weights"\n',
    passing:
      'sources\n  methodology = "Methodology", "House", "2024"\n    clause "Weights"\n\nweighting, notional 1 billion USD\n  basis: weight companies equally\n    cite methodology "Weights"\n',
  },
  {
    code: 'RB1009',
    title: 'a name of another kind',
    why: 'Each kind of name has its own use: a ranking gives ranks, a set has members, a measure has values.',
    help: 'Use the name as its kind is used, for example `rank in size` or `member of list`.',
    failing:
      'fields\n  cap of company: USD\n\nrankings\n  size: companies by cap, largest first, then by company\n\neligibility of companies\n  large: require size <= 100\n',
    passing:
      'fields\n  cap of company: USD\n\nrankings\n  size: companies by cap, largest first, then by company\n\neligibility of companies\n  large: require rank in size <= 100\n',
  },
  {
    code: 'RB1010',
    title: 'something that nothing uses',
    why: 'What nothing uses is a leftover, or a rule that was forgotten.',
    help: 'Use it in a rule, or take it out.',
    failing: 'fields\n  volume of line: shares\n',
    passing:
      'fields\n  volume of line: shares\n\neligibility of lines\n  liquid: require average of volume over 3 months >= 200_000 shares\n',
  },
  {
    code: 'RB1011',
    title: 'something that every rulebook needs is missing',
    why: 'Without its currency, calendar and level nobody knows what an index is worth, or when; without a selection, a weighting and a schedule nobody is in it; equal weights become index shares by a notional.',
    help: 'Add what is missing.',
    failing: 'index DEMO "Demonstration"\n  currency USD\n',
    passing:
      'index DEMO "Demonstration"\n  currency USD\n  calendar XNYS\n\nselection of lines at review\n  all: take\n\nweighting at review, notional 1 billion USD\n  basis: weight lines equally\n\nschedule\n  review: in June\n    effective: trading day after 3rd Friday of month\n\nlevel\n  base 100 on 2020-01-31\n  returns price\n  round level to 2 decimals half up\n',
  },
  {
    code: 'RB1012',
    title: 'a section that can stand only once',
    why: 'A rulebook is about one index, with one currency and one calendar as long as it lives.',
    help: 'Put both into one section; an index that changes its currency or calendar is another index.',
    failing: 'index A "A"\n  currency USD\n  calendar XNYS\n\nindex B "B"\n  currency USD\n  calendar XNYS\n',
    passing: 'index A "A"\n  currency USD\n  calendar XNYS\n',
  },
  {
    code: 'RB1013',
    title: 'words out of their place',
    why: 'Some words speak of the weights that limits work on, or of the month at hand; elsewhere there is none.',
    help: 'Use `current weight` for the weight in the index on the day, and say how many months a window has.',
    failing: 'eligibility of lines\n  small: require weight < 10%\n',
    passing: 'eligibility of lines\n  small: require current weight < 10%\n',
  },
  {
    code: 'RB1014',
    title: 'an expression that is too long',
    why: 'Nobody can read a sentence of hundreds of operations, and working it out could exhaust the memory of the machine.',
    help: 'Give parts of it names in `measures`, or put the values into the market data.',
    failing: `measures\n  long = ${'1 + '.repeat(600)}1\n`,
    passing: `measures\n  short = ${'1 + '.repeat(60)}1\n`,
  },
  {
    code: 'RB1015',
    title: 'versions of the level that do not go together',
    why: 'A level is one series from its base date on; only tax rates and roundings change on the way.',
    help: 'Say the same base, divisor and kinds of returns in every version.',
    failing:
      'level  until 2023-12-31\n  base 100 on 2020-01-31\n  returns price, net after 30% tax\n  round level to 2 decimals half up\n\nlevel  from 2024-01-01\n  base 200 on 2020-01-31\n  returns price, net after 15% tax\n  round level to 2 decimals half up\n',
    passing:
      'level  until 2023-12-31\n  base 100 on 2020-01-31\n  returns price, net after 30% tax\n  round level to 2 decimals half up\n\nlevel  from 2024-01-01\n  base 100 on 2020-01-31\n  returns price, net after 15% tax\n  round level to 2 decimals half up\n',
  },
];
