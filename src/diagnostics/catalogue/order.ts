import type { CatalogueEntry } from './entry.ts';

const index = 'index DEMO "Demonstration index"\n  currency USD\n  calendar XNYS\n\n';
const schedule = (dates: string, occurs = 'in March, September') => `${index}schedule\n  review: ${occurs}\n${dates}`;
const fields = 'fields\n  close of line: USD per share\n\n';

/** Findings about the dates of events. */
export const orderCatalogue: readonly CatalogueEntry[] = [
  {
    code: 'RB3101',
    title: 'dates of an event out of order',
    why: 'A review reads its values on the reference date, is announced, and then takes effect. The dates are tried out over all years that the calendar knows; the first time they fall out of order is told.',
    help: 'Count one of the dates from the other, for example `announce: 5 trading days before effective`.',
    failing: schedule(
      '    announce:  last trading day of month\n    effective: trading day after 3rd Friday of month\n',
    ),
    passing: schedule(
      '    announce:  5 trading days before effective\n    effective: trading day after 3rd Friday of month\n',
    ),
  },
  {
    code: 'RB3102',
    title: 'an effective date without trading',
    why: 'A review takes effect before the open of a trading day; on a closed day there are no prices to carry the level over. The first such day is told.',
    help: 'Count in trading days: `trading day after 3rd Friday of month`, or `trading day on or after …`.',
    failing: schedule('    effective: 3rd Friday of month\n', 'monthly'),
    passing: schedule('    effective: trading day on or after 3rd Friday of month\n', 'monthly'),
  },
  {
    code: 'RB3103',
    title: 'an event that does not say when it takes effect',
    why: 'The effective date is the day from which the new basket counts; versions of rules are chosen by it.',
    help: 'Add a line `effective: …` under the event.',
    failing: schedule('    reference: last trading day of previous month\n'),
    passing: schedule(
      '    reference: last trading day of previous month\n    effective: trading day after 3rd Friday of month\n',
    ),
  },
  {
    code: 'RB3104',
    title: 'an event without a reference date at which values are read',
    why: 'Every value is read as of the reference date of its event, unless the rule names another.',
    help: 'Add a line `reference: …` under the event.',
    failing: `${schedule('    effective: trading day after 3rd Friday of month\n')}\n${fields}eligibility of lines at review\n  price: require close >= 5 USD per share\n`,
    passing: `${schedule('    reference: last trading day of previous month\n    effective: trading day after 3rd Friday of month\n')}\n${fields}eligibility of lines at review\n  price: require close >= 5 USD per share\n`,
  },
  {
    code: 'RB3105',
    title: 'a calendar that is not built in',
    why: 'A calendar that is not built in has to come with the data set: the dates of events can be tried out only with `--data`, and where the data set lacks it too nothing can be run.',
    help: 'Name an exchange by its MIC, such as `XNYS`, or give the sessions in the data set, in a table of `kind: sessions`.',
    failing: 'index DEMO "Demonstration index"\n  currency USD\n  calendar XNSY\n',
    passing: 'index DEMO "Demonstration index"\n  currency USD\n  calendar XNYS\n',
  },
  {
    code: 'RB3106',
    title: 'a base date without trading',
    why: 'A level begins with prices of its base date; on a closed day there are none.',
    help: 'Write the trading day before or after it.',
    failing: `${index}level\n  base 100 on 2020-02-01\n  returns price\n  round level to 2 decimals half up\n`,
    passing: `${index}level\n  base 100 on 2020-01-31\n  returns price\n  round level to 2 decimals half up\n`,
  },
  {
    code: 'RB3201',
    title: 'a value that is not known when the review is announced',
    why: 'A review may rest only on what is known when it is announced; a rule that looks ahead cannot be followed by anyone.',
    help: 'Read the value as of `reference`, or of another date that is not after `announce`.',
    failing: `${schedule('    reference: last trading day of previous month\n    announce:  5 trading days before effective\n    effective: trading day after 3rd Friday of month\n')}\n${fields}eligibility of lines at review\n  price: require close as of effective >= 5 USD per share\n`,
    passing: `${schedule('    reference: last trading day of previous month\n    announce:  5 trading days before effective\n    effective: trading day after 3rd Friday of month\n')}\n${fields}eligibility of lines at review\n  price: require close as of announce >= 5 USD per share\n`,
  },
  {
    code: 'RB4001',
    title: 'a ranking without a tie-break',
    why: 'The order of equal values would depend on the order of the data, and with it who is in the index.',
    help: 'End the ranking with a key that always differs: `, then by company` (or `line`, where lines are ranked).',
    failing: 'fields\n  cap of company: USD\n\nrankings\n  size: companies by cap, largest first\n',
    passing: 'fields\n  cap of company: USD\n\nrankings\n  size: companies by cap, largest first, then by company\n',
  },
];
