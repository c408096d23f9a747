import type { CatalogueEntry } from './entry.ts';

const fields =
  'fields\n  close of line: USD per share\n  volume of line: shares\n  turnover of line: USD\n  float of line: ratio\n  exchange of line: text\n  cap of company: USD\n\n';
const screen = (condition: string) => `${fields}eligibility of lines\n  rule: require ${condition}\n`;

/** Findings about units, types and what values are of. */
export const unitsCatalogue: readonly CatalogueEntry[] = [
  {
    code: 'RB2001',
    title: 'amounts in different units',
    why: 'Money and counts, dollars and yen, percent and percentage points have no common measure.',
    help: 'Compare like with like: convert with `in USD`, or write the unit that is meant.',
    failing: screen('turnover >= 5 million JPY'),
    passing: screen('turnover >= 5 million USD'),
  },
  {
    code: 'RB2002',
    title: 'values of different types',
    why: 'Text, numbers, dates and conditions are never equal to one another and have no order among them.',
    help: 'Compare text with text (in quotes), dates with dates, numbers with numbers.',
    failing: screen('exchange is 7'),
    passing: screen('exchange is "7"'),
  },
  {
    code: 'RB2003',
    title: 'a value of the wrong type in its place',
    why: 'A rule asks whether a condition holds; a sum is made of numbers; groups are named by text.',
    help: 'Put there what is asked for, for example a comparison where a condition is needed.',
    failing: screen('close'),
    passing: screen('close >= 1 USD per share'),
  },
  {
    code: 'RB2004',
    title: 'a bare number where a ratio is meant',
    why: 'Nobody should have to guess whether 10 is 10% or ten times.',
    help: 'Write it with `%`.',
    failing: screen('float >= 0.1'),
    passing: screen('float >= 10%'),
  },
  {
    code: 'RB2005',
    title: 'amounts in the own currency of each line',
    why: 'Amounts of different currencies would be brought together as if they were one.',
    help: 'Convert them with `in USD`; or say `priced in USD` in the universe, which leaves out all lines that trade in another currency.',
    failing:
      'fields\n  price of line: currency per share\n  issued of line: shares\n\nmeasures\n  cap = sum of price * issued over company\n',
    passing:
      'fields\n  price of line: currency per share\n  issued of line: shares\n\nmeasures\n  cap = sum of price in USD * issued over company\n',
  },
  {
    code: 'RB2006',
    title: 'many values where one is needed',
    why: 'A company has several lines; it would not be clear whose value is meant.',
    help: 'Bring the values together: `sum of turnover over company`, or `average`, `largest`, `smallest`.',
    failing: `${fields}rankings\n  size: companies by turnover, largest first, then by company\n`,
    passing: `${fields}rankings\n  size: companies by sum of turnover over company, largest first, then by company\n`,
  },
  {
    code: 'RB2007',
    title: 'a unit or currency that is not known',
    why: 'Units say what may be compared and added; a misspelt one could be compared with nothing.',
    help: 'Use `%`, `points`, `shares`, a currency code of ISO 4217, or a unit that a field brings in.',
    failing: screen('volume >= 200_000 sharse').replace('200_000 sharse', '5 USB'),
    passing: screen('volume >= 200_000 shares'),
  },
  {
    code: 'RB2008',
    title: 'an amount that does not fit its place',
    why: 'Weights and their bounds are ratios, numbers of companies are counts.',
    help: 'Write a ratio with `%`, a count without a unit.',
    failing: 'selection of companies\n  all: fill to 50%\n',
    passing: 'selection of companies\n  all: fill to 50\n',
  },
  {
    code: 'RB2009',
    title: 'a tax rate that is no number',
    why: 'The net return takes the same part off every dividend.',
    help: 'Write the rate, for example `net after 30% tax`.',
    failing:
      'fields\n  rate of line: ratio\n\nlevel\n  base 100 on 2020-01-31\n  returns net after rate tax\n  round level to 2 decimals half up\n',
    passing: 'level\n  base 100 on 2020-01-31\n  returns net after 30% tax\n  round level to 2 decimals half up\n',
  },
  {
    code: 'RB2010',
    title: 'versions of a measure that differ in what they are',
    why: 'A rule that uses the measure would mean something else from one day to the next.',
    help: 'Give all versions the same unit, or give them different names.',
    failing: `${fields}measures\n  size = turnover  until 2023-12-31\n  size = volume  from 2024-01-01\n`,
    passing: `${fields}measures\n  size = turnover  until 2023-12-31\n  size = turnover * 2  from 2024-01-01\n`,
  },
  {
    code: 'RB2011',
    title: 'a conversion of something that is no money',
    why: 'Only an amount of one currency has a rate to another.',
    help: 'Convert the price or the amount of money itself.',
    failing: `${fields}measures\n  odd = volume in EUR\n`,
    passing: `${fields}measures\n  even = turnover in EUR\n`,
  },
  {
    code: 'RB2012',
    title: 'a power or root of an amount that has no unit',
    why: 'The result would have no unit that anything can be compared with.',
    help: 'Divide by an amount of the same unit first, so that a plain number is left.',
    failing: `${fields}measures\n  root = sqrt(turnover)\n`,
    passing: `${fields}measures\n  root = sqrt(turnover / (1 million USD))\n`,
  },
  {
    code: 'RB2013',
    title: 'a selection of something else than was ranked',
    why: 'What is selected has to be what was ranked.',
    help: 'Name a ranking (or set) of the same: lines or companies.',
    failing: `${fields}rankings\n  size: lines by turnover, largest first, then by line\n\nselection of companies, ranked by size\n  all: take ranked 1 to 50\n`,
    passing: `${fields}rankings\n  size: lines by turnover, largest first, then by line\n\nselection of lines, ranked by size\n  all: take ranked 1 to 50\n`,
  },
  {
    code: 'RB2014',
    title: 'a ranking key without its order, or a text with one',
    why: 'Largest first and smallest first are different rankings; a text is neither.',
    help: 'Add `, largest first` or `, smallest first` to a number; leave it out for text.',
    failing: `${fields}rankings\n  size: companies by cap, then by company\n`,
    passing: `${fields}rankings\n  size: companies by cap, largest first, then by company\n`,
  },
  {
    code: 'RB2015',
    title: 'a measure that is made of nothing but its own earlier value',
    why: 'At the first event there is no earlier value, so there would never be one.',
    help: 'Say what it is at first, with `otherwise`.',
    failing: 'measures\n  factor = previous factor * 0.9\n',
    passing: 'measures\n  factor = (previous factor otherwise 1) * 0.9\n',
  },
];
