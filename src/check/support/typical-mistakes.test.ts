import { expect, test } from 'vitest';
import { readRulebook } from '../../syntax/index.ts';
import { checkContext, checkRulebook } from '../index.ts';
import { withoutFollowUps } from './without-follow-ups.ts';

const sound = `index DEMO "Demo Index"
  currency USD
  calendar WEEKDAYS

fields
  close of line: USD per share
  volume of line: shares
  issued of line: shares
  type of line: text

universe
  lines where type is "common"

measures
  cap = close * issued
  traded = average of close * volume over 3 months

rankings
  size: lines by cap, largest first, then by line

eligibility of lines at review
  liquidity: require traded >= 3 million USD

selection of lines at review, ranked by size
  top: take ranked 1 to 20
  rest: fill to 30

weighting at review
  basis: weight lines by cap

limits on lines at review, until stable, otherwise fail
  single: when any weight > 5%, cap each at 5%

schedule
  review: in March, June
    reference: last trading day of previous month
    announce: 5 trading days before effective
    effective: trading day after 3rd Friday of month

maintenance
  dividends: on cash dividend, reinvest

level
  base 1000 on 2022-06-20
  returns price
  round level to 2 decimals half up
`;

/** What is told of a text besides missing prose, sources and policies: code, message and help. */
function told(text: string): string[] {
  const { rulebook, sourceMap, diagnostics } = readRulebook(text, 'a.rulebook');
  const context = checkContext(rulebook!, sourceMap, 'a.rulebook');
  return [...diagnostics, ...withoutFollowUps(checkRulebook(context), diagnostics, context)]
    .filter((d) => !/^RB(600[12]|1016)$/.test(d.code))
    .map((d) => `${d.code} ${d.message} | ${d.help}`);
}

test('the rulebook that the mistakes are made in has none', () => expect(told(sound)).toEqual([]));

test.each<[written: string, meant: string, code: string, says: string, help: string]>([
  // Words
  ['in Mar, June', 'in March, June', 'RB0016', '`Mar` cannot stand here', 'Did you mean `March`?'],
  ['after 3rd Fri of', 'after 3rd Friday of', 'RB0016', '`Fri`', 'Did you mean `Friday`?'],
  ['after third Friday', 'after 3rd Friday', 'RB0016', '`third`', 'Write `3rd`: `3rd Friday`'],
  ['on dividend, reinvest', 'on cash dividend, reinvest', 'RB0016', '`dividend`', 'Did you mean `cash dividend`, `st'],
  ['take top 20', 'take ranked 1 to 20', 'RB0016', '`top 20`', 'Write `take ranked 1 to 20`'],
  ['traded => 3 m', 'traded >= 3 m', 'RB0016', '`=`', 'Did you mean `>=`?'],
  ['price * volume', 'close * volume', 'RB1001', '`price` is not known', ''],
  ['close * volum ', 'close * volume ', 'RB1001', '`volum` is not known', 'Did you mean `volume`?'],
  // Words of methodologies
  ['quarterly', 'in March, June', 'RB0016', '`quarterly`', 'Name the months: `in March, June, September, December`'],
  ['semi-annually', 'in March, June', 'RB0016', '`semi-annually`', 'Name the two months: `in June, December`'],
  ['semi-annually in June and December', 'in March, June', 'RB0016', '`semi-annually`', 'Write `in June, December`'],
  ['annually', 'in March, June', 'RB0016', '`annually` does not say in which month', 'Name the month: `in March`'],
  ['yearly', 'in March, June', 'RB0016', '`yearly` does not say in which month', 'Name the month: `in March`'],
  ['in Mar, June and Dec', 'in March, June', 'RB0016', '`and`', 'Write `in March, June, December`'],
  ['each June and July', 'in March, June', 'RB0016', '`each June and July`', 'Write `in June, July`'],
  ['keep members', 'fill to 30', 'RB0016', '`members`', 'Write `keep constituents`'],
  ['keep current constituents ranked 1 to 9', 'fill to 30', 'RB0016', '', 'Write `keep constituents ranked 1 to 9`'],
  ['equal weight', 'weight lines by cap', 'RB0016', '`equal weight`', 'Write `weight companies equally`'],
  ['equally weighted', 'weight lines by cap', 'RB0016', '`equally weighted`', 'Write `weight companies equally`'],
  ['weight equally', 'weight lines by cap', 'RB0016', '`weight equally`', 'Write `weight companies equally`'],
  ['weighted by cap', 'weight lines by cap', 'RB0016', '`weighted by`', 'Write `weight lines by cap`'],
  [
    'weights above 5% must not exceed 40%',
    'when any weight > 5%, cap each at 5%',
    'RB0016',
    '`weights above 5% must not exceed 40%`',
    'Write `for weights above 5%, when their total > 40%, scale them to total 40%, others at most 5%`',
  ],
  [
    'max weight 10%',
    'when any weight > 5%, cap each at 5%',
    'RB0016',
    '',
    'Write `when any weight > 10%, cap each at 10%`',
  ],
  ['cap 10%', 'when any weight > 5%, cap each at 5%', 'RB0016', '', 'Write `when any weight > 10%, cap each at 10%`'],
  ['floor 1%', 'when any weight > 5%, cap each at 5%', 'RB0016', '', 'Write `when any weight < 1%, floor each at 1%`'],
  // Lines that begin with words of their own
  [
    'returns price, gross, net',
    'returns price',
    'RB0016',
    '`gross`',
    'Write `returns price, total, net after 30% tax`',
  ],
  ['returns net of 15% tax', 'returns price', 'RB0016', '`net`', 'Write `returns net after 15% tax`'],
  ['returns total return', 'returns price', 'RB0016', '`return`', 'Write `returns total`'],
  ['to 2 decimals', 'to 2 decimals half up', 'RB0016', 'which way', 'Write `round level to 2 decimals half up` (or'],
  ['base 1,000', 'base 1000', 'RB0016', '`1,000` is no number', 'Write `base 1000 on 2022-06-20`'],
  ['base value 1000', 'base 1000', 'RB0016', '`value` cannot stand here', 'Write `base 1000 on 2022-06-20`'],
  ['base 1000', 'base 1000 on 2022-06-20', 'RB0016', 'the base has no date', 'Write `base 1000 on 2020-01-02`, with'],
  ['currency: USD', 'currency USD', 'RB0016', 'no colon follows it', 'Write `currency USD`'],
  ['currency US Dollar', 'currency USD', 'RB0016', 'its code of three letters', 'Write `currency USD`'],
  ['currency £', 'currency USD', 'RB0007', '`£`', 'Write `currency GBP`'],
  // Expressions
  [
    'standard deviation of volume',
    'average of close * volume',
    'RB0016',
    'there is no `standard deviation`',
    'There are `sum`',
  ],
  [
    '* IF(cap > 1 USD, volume, issued)',
    '* volume',
    'RB0016',
    '`IF(…)`',
    'Write `if cap > 1 USD then volume else issued`',
  ],
  [
    '= SUM(volume)',
    '= average of close * volume over 3 months',
    'RB0016',
    '`SUM(…)`',
    'Write `sum of volume over company`',
  ],
  [
    'AVERAGE(volume, 3 months)',
    'average of close * volume over 3 months',
    'RB0016',
    '',
    'Write `average of volume over 3 m',
  ],
  ['* MAX(volume, issued)', '* volume', 'RB0016', '`MAX(…)`', 'Write `max(volume, issued)`'],
  ['average close * vol', 'average of close * vol', 'RB0016', '`of` is missing', 'Write `average of close …`'],
  [
    'if cap > 1 USD then volume',
    'average of close * volume over 3 months',
    'RB0016',
    'no `else`',
    'Go on with `else` and',
  ],
  ['type <> "common"', 'type is "common"', 'RB0016', '`>` cannot stand here', 'Did you mean `is not`?'],
  // Names
  ['top-20: take', 'top: take', 'RB0016', '`top-20` is no name', 'Write `top_20: …`'],
  ['top twenty: take', 'top: take', 'RB0016', '`top twenty` is no name', 'Write `top_twenty: …`'],
  ['top take', 'top: take', 'RB0016', 'a colon is missing after the name `top`', 'Write `top: take'],
  // Lines
  ['  eligibility of', 'eligibility of', 'RB0006', '`eligibility` begins a section', 'Move it to the left'],
  ['\ntop: take', '\n  top: take', 'RB0015', '`top` is a line of the section `selection`', 'Indent it'],
  ['\n\tcurrency', '\n  currency', 'RB0005', 'a tab in the indentation', 'Indent with blanks'],
  ['Selection of', 'selection of', 'RB0015', '`Selection` begins no section', 'Did you mean `selection`?'],
  // Numbers and dates
  ['3,000,000 USD', '3 million USD', 'RB0016', '`3,000,000` is no number', 'Write `3_000_000` or `3 million`'],
  ['3m USD', '3 million USD', 'RB0008', '`3m` is neither a number nor a name', 'Leave a blank'],
  ['USD 3 million', '3 million USD', 'RB0016', 'the currency stands before', 'Write `3 million USD`'],
  ['on 20/06/2022', 'on 2022-06-20', 'RB0016', '`20/06/2022` is no date', 'Write `2022-06-20`: year, month, day'],
  ['on 20 June 2022', 'on 2022-06-20', 'RB0016', '`20 June 2022` is no date', 'Write `2022-06-20`: year'],
  ['on June 20, 2022', 'on 2022-06-20', 'RB0016', '`June 20, 2022` is no date', 'Write `2022-06-20`: year'],
  ['on 20.6.2022', 'on 2022-06-20', 'RB0010', '`20.6.2022` is no date', 'Write `2022-06-20`: year'],
  ['on 2022-6-20', 'on 2022-06-20', 'RB0016', '`2022-6-20` is no date', 'Write `2022-06-20`: year'],
  ['on 01/03/2022', 'on 2022-06-20', 'RB0016', '', 'Write `2022-03-01` if the day comes first, `2022-01-03` if the mo'],
  ['any weight > 0.05', 'any weight > 5%', 'RB2004', '`0.05` is a plain number', 'Write `5%` (0.05 of the whole)'],
  ['any weight > 5,', 'any weight > 5%,', 'RB2004', '`5` is a plain number', 'Write `5%`, if that is meant'],
  ['any weight > 1,', 'any weight > 5%,', 'RB2004', '`1` is a plain number', 'Write `100%` for the whole, `1%` for'],
  // Signs
  ['“Demo Index”', '"Demo Index"', 'RB0007', '`“Demo Index”` stands between typographic', 'Write straight double'],
  ['‘common’', '"common"', 'RB0007', 'stands between single typographic', 'Write straight double'],
  ["'common'", '"common"', 'RB0007', 'stands between single quotation marks', 'Write straight double'],
  ['traded ≥ 3 m', 'traded >= 3 m', 'RB0007', '`≥` cannot be read here', 'Write `>=`'],
  ['close × issued', 'close * issued', 'RB0007', '`×` cannot be read here', 'Write `*`'],
  ['top： take', 'top: take', 'RB0007', '`：` is written in full width', 'Type in half width, without the input of'],
  ['March，June', 'March, June', 'RB0007', '`，` is written in full width', 'Type in half width, without'],
  ['March、June', 'March, June', 'RB0007', '`、` is written in full width', 'Type in half width, without'],
  [
    '（close * issued）',
    'close * issued',
    'RB0007',
    '`（` is written in full width, and 1 more like it',
    'Type in half',
  ],
  ['「Demo 1 Index」', '"Demo Index"', 'RB0007', 'stands between corner brackets', 'Write straight double quotation'],
  ['＂Demo＂', '"Demo Index"', 'RB0007', 'stands between quotation marks in full width', 'Write straight double'],
  ['ranked 1–20', 'ranked 1 to 20', 'RB0007', '`–` cannot be read here', 'Write `-` for minus, `to` between ranks'],
])('`%s` for `%s` is told once, with how to mend it', (written, meant, code, says, help) => {
  expect(sound).toContain(meant);
  const found = told(sound.replace(meant, () => written));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(new RegExp(`^${code} `));
  expect(found[0]!.split(' | ')[0]).toContain(says);
  expect(found[0]!.split(' | ')[1]!.startsWith(help)).toBe(true);
});

test('what is told of the index is not told at every amount', () => {
  const own = sound.replaceAll('USD', 'NHC');
  expect(told(own)).toEqual([]);
  expect(told(own.replace('currency NHC', 'currency nhc'))).toEqual([
    'RB2007 `nhc` is not written as a currency | Write `NHC`',
  ]);
  expect(told(sound.replace('currency USD', 'currency usd')).map((d) => d.split(' | ')[1])).toEqual(['Write `USD`']);
  const converted = own.replace('NHC per share', 'currency per share').replaceAll('close *', '(close in NHC) *');
  const typo = told(converted.replace('currency NHC', 'currency NHK'));
  expect(typo).toHaveLength(1);
  expect(typo[0]).toContain('the index is in `NHK`, but amounts are in `NHC`');
});

test('a name that is declared nowhere is told once, whatever uses it', () => {
  const text = sound.replace(/schedule\n.*(?=maintenance)/s, '');
  expect(told(text)).toEqual(['RB1005 `review` is not known as an event | Declare it in `schedule`']);
});

test('a level that is missing is all that is told', () => {
  const text = sound.replace(/level\n.*/s, '').replace('XNYS', 'WEEKDAYS');
  expect(told(text).map((d) => d.slice(0, 6))).toEqual(['RB1011']);
});

test.each([
  ['selection', 'Add `selection of lines at review` with `all: take`'],
  ['schedule', 'Add `schedule` with `review: in March, September`'],
])('a section `%s` that is missing is told, with how it begins', (section, help) => {
  const without = sound.replace(new RegExp(`^${section}.*?\n\n`, 'ms'), '').replaceAll(' at review', '');
  const found = told(without).filter((d) => !/RB1010|RB1005/.test(d));
  expect(found).toEqual([expect.stringContaining(`RB1011 the section \`${section}\` is missing | ${help}`)]);
});

test('all sections that are missing are told at once', () => {
  const text = 'index DEMO "Demo"\n  currency USD\n  calendar XNYS\n';
  expect(told(text)).toEqual([
    expect.stringContaining('RB1011 the sections `selection`, `weighting`, `schedule` and `level` are missing'),
  ]);
});

test('mistakes that have nothing to do with one another are all told, each once', () => {
  const text = sound
    .replace('in March', 'in Mar')
    .replace('close * volume', 'close * volum')
    .replace('2022-06-20', '20 June 2022')
    .replace('> 5%,', '> 5,');
  expect(told(text).map((d) => d.slice(0, 6))).toEqual(['RB0016', 'RB0016', 'RB1001', 'RB2004']);
});

test('what a file has throughout is told once, with how often', () => {
  const tabs = told(sound.replaceAll('\n  ', '\n\t'));
  expect(tabs).toEqual([expect.stringMatching(/^RB0005 tabs in the indentation of \d\d lines/)]);
  const quotes = told(sound.replace('"Demo Index"', '“Demo Index”').replace('"common"', '“common”'));
  expect(quotes).toEqual([expect.stringContaining('and 1 more like these')]);
});

test('blanks that are none in the eyes of a program count as blanks, but are kept in texts', () => {
  const wide = sound.replace('take ranked', 'take\u00a0ranked').replace('require traded', 'require\u3000traded');
  expect(told(wide)).toEqual([]);
  const read = (text: string) => readRulebook(text, 'a.rulebook').rulebook;
  expect(read(wide)).toEqual(read(sound));
  expect(JSON.stringify(read(sound.replace('Demo Index', 'Demo\u00a0Index')))).toContain('Demo\u00a0Index');
});

test('a file that is something else is one finding', () => {
  const prose = '# A title\n\nThis is prose.\nIt goes on, and (on.\n- with a list\n- of “things”\n';
  const { diagnostics } = readRulebook(prose, 'a.rulebook');
  expect(diagnostics.map((d) => d.code)).toEqual(['RB0024']);
});
