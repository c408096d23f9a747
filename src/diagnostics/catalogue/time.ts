import type { CatalogueEntry } from './entry.ts';

const fields = 'fields\n  close of line: USD per share\n\n';
const screens = (rules: string) => `${fields}eligibility of lines\n${rules}`;
const level = '\nlevel\n  base 100 on 2015-01-02\n  returns price\n  round level to 2 decimals half up\n';

/** Findings about periods of validity. */
export const timeCatalogue: readonly CatalogueEntry[] = [
  {
    code: 'RB3001',
    title: 'two versions in force on one day',
    why: 'On those days the rulebook says two things, and nothing says which of them holds. Rules of one name are versions of each other; both days of a period are included.',
    help: 'End the earlier version with `until`, the day before the other begins with `from`. If they are two rules, give each a name of its own.',
    failing: screens(
      '  price: require close >= 5 USD per share  until 2024-06-30\n  price: require close >= 1 USD per share  from 2024-06-24\n',
    ),
    passing: screens(
      '  price: require close >= 5 USD per share  until 2024-06-23\n  price: require close >= 1 USD per share  from 2024-06-24\n',
    ),
  },
  {
    code: 'RB3002',
    title: 'days between two versions on which there is none',
    why: 'On those days the rulebook says nothing, and nothing is assumed in its place. Weekends and holidays between two versions do no harm.',
    help: 'Let the versions meet: `until` one day, `from` the next. If none is meant to hold in between, give the later rule a name of its own.',
    failing: screens(
      '  price: require close >= 5 USD per share  until 2024-03-31\n  price: require close >= 1 USD per share  from 2024-06-24\n',
    ),
    passing: screens(
      '  price: require close >= 5 USD per share  until 2024-06-23\n  price: require close >= 1 USD per share  from 2024-06-24\n',
    ),
  },
  {
    code: 'RB3003',
    title: 'something used when it is not in force',
    why: 'The rule that uses it would have nothing to go by on those days.',
    help: 'Bound the rule that uses it by the same dates, or say what holds on the other days.',
    failing: `${fields}measures\n  half = close / 2  from 2024-06-24\n\neligibility of lines\n  price: require half >= 5 USD per share\n`,
    passing: `${fields}measures\n  half = close / 2  from 2024-06-24\n\neligibility of lines\n  price: require half >= 5 USD per share  from 2024-06-24\n`,
  },
  {
    code: 'RB3004',
    title: 'a rule that is never in force',
    why: 'A rule holds only while its section and its event do; this one begins after they have ended, or ends before they begin.',
    help: 'Change one of the periods so that they meet, or take the rule away.',
    failing: `${fields}eligibility of lines  until 2020-12-31\n  price: require close >= 5 USD per share  from 2021-06-01\n`,
    passing: `${fields}eligibility of lines  until 2020-12-31\n  price: require close >= 5 USD per share  from 2020-06-01\n`,
  },
  {
    code: 'RB3005',
    title: 'a rule outside the life of the index',
    why: 'Before its base date, and after its last day, an index has no reviews. Most often a digit of the date is wrong.',
    help: 'Correct the date, or take the rule away.',
    failing: `${screens('  price: require close >= 5 USD per share  until 2014-06-23\n')}${level}`,
    passing: `${screens('  price: require close >= 5 USD per share  until 2024-06-23\n')}${level}`,
  },
  {
    code: 'RB3006',
    title: 'a methodology whose review is overdue',
    why: 'Rules that nobody has looked at for long drift away from the market they describe; many regulations ask for a review at least once a year.',
    help: 'Review the methodology, and set the next date with `review by`.',
    failing: 'index DEMO "Demonstration index"\n  currency USD\n  calendar XNYS\n  review by 2025-06-30\n',
    passing: 'index DEMO "Demonstration index"\n  currency USD\n  calendar XNYS\n  review by 2027-06-30\n',
    given: { today: '2026-06-22' },
  },
  {
    code: 'RB3007',
    title: 'an index that begins before its rules',
    why: 'The index can be computed from the first rules on only; levels before that have to come from elsewhere.',
    help: 'Give the rules of the time before, or leave it: runs then begin later.',
    failing: `weighting  from 2020-01-02\n  basis: weight companies equally\n${level}`,
    passing: `weighting\n  basis: weight companies equally\n${level}`,
  },
];
