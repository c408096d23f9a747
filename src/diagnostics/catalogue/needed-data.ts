import type { CatalogueEntry } from './entry.ts';

const failing = 'fields\n  close of line: USD per share\n';

/** Findings about what a rulebook needs and a data set does not have. */
export const neededDataCatalogue: readonly CatalogueEntry[] = [
  {
    code: 'RB5101',
    title: 'a field that the data set lacks',
    why: 'Rules that read it could decide nothing.',
    help: 'Take the suggested name if it was a slip; otherwise map a column to the field in `dataset.yaml`.',
    failing: 'fields\n  clsoe of line: USD per share\n',
    passing: failing,
    given: { fields: [{ name: 'close', domain: 'line', type: 'number', unit: 'USD per share' }] },
  },
  {
    code: 'RB5102',
    title: 'a field of something else in the data set',
    why: 'A value of a company is not a value of its lines; which of several would count is not said.',
    help: 'Declare the field of what the data set has it of, and bring it over with a measure.',
    failing: 'fields\n  market_cap of company: USD\n',
    passing: 'fields\n  market_cap of line: USD\n',
    given: { fields: [{ name: 'market_cap', domain: 'line', type: 'number', unit: 'USD' }] },
  },
  {
    code: 'RB5103',
    title: 'a field of another kind in the data set',
    why: 'A rule would compare things of different kinds, such as a text with a number.',
    help: 'Declare the field as what the data set has, or map another column to it.',
    failing: 'fields\n  listed_on of line: text\n',
    passing: 'fields\n  listed_on of line: date\n',
    given: { fields: [{ name: 'listed_on', domain: 'line', type: 'date' }] },
  },
  {
    code: 'RB5104',
    title: 'a field in another unit in the data set',
    why: 'Numbers in different units cannot be compared.',
    help: 'Declare the field in the unit of the data set, or correct the unit in `dataset.yaml`.',
    failing: 'fields\n  close of line: JPY per share\n',
    passing: failing,
    given: { fields: [{ name: 'close', domain: 'line', type: 'number', unit: 'USD per share' }] },
  },
];
