import { describe, expect, it } from 'vitest';
import { epochDay, isoDate } from '../calendar/index.ts';
import { OPEN_END } from './market.ts';
import { opened, yaml } from './test-folder.ts';

const LINES =
  '  lines: {files: lines.csv, line: line, company: company, symbol: symbol, listed_from: from, listed_until: until, known: always}\n';
const prices = 'line,date,close,volume\nl1,2021-01-04,1,1\nl2,2021-01-04,1,1\nl3,2021-01-04,1,1\n';
// FB becomes META (one line, an action); OLD is a symbol that l2 gives up and l3 takes over.
const lines =
  'line,company,symbol,from,until\nl1,Meta,FB,2020-01-01,\nl2,Two,OLD,2020-01-01,2022-12-30\nl3,Three,OLD,2023-01-03,\n';
const actions = '  actions: {files: actions.csv, line: line, ex_date: ex, known: date, action: what, symbol: symbol}\n';
const changes = 'line,ex,what,symbol\nl1,2022-06-09,symbol_change,META\n';

async function members(csv: string, shape: string) {
  const table = `  members: {kind: constituents, files: m.csv, index: {constant: X}, symbol: s, ${shape}, known: date}\n`;
  const market = await opened(
    {
      'dataset.yaml': yaml(LINES + actions + table),
      'prices.csv': prices,
      'lines.csv': lines,
      'actions.csv': changes,
      'm.csv': csv,
    },
    ['close'],
  );
  const list = market.constituents.map((c) =>
    [market.lines.ids[c.line], isoDate(c.from), c.until === OPEN_END ? 'open' : isoDate(c.until)].join(' '),
  );
  return { list, market };
}

describe('published membership', () => {
  const intervals = 'from: f, until: u';

  it('follows a line through a change of its symbol', async () => {
    const { list } = await members('s,f,u\nMETA,2022-06-09,\nFB,2021-02-01,2022-06-09\n', intervals);
    expect(list).toEqual(['l1 2021-02-01 open']);
  });

  it('goes from line to line with a symbol that is used again', async () => {
    const { list } = await members('s,f,u\nOLD,2021-02-01,\n', intervals);
    expect(list).toEqual(['l2 2021-02-01 2022-12-31', 'l3 2023-01-03 open']);
  });

  it('is of the line that had the symbol at the time', async () => {
    const { list } = await members('s,f,u\nOLD,2023-06-01,\n', intervals);
    expect(list).toEqual(['l3 2023-06-01 open']);
  });

  it('that ended before the first day of prices is counted', async () => {
    const { list, market } = await members('s,f,u\nGONE,2015-01-01,2020-01-01\nMETA,2023-01-01,\n', intervals);
    expect(list).toEqual(['l1 2023-01-01 open']);
    expect(market.counts.find((c) => c.table === 'members')).toMatchObject({
      read: 2,
      used: 1,
      leftOut: [{ rows: 1 }],
    });
  });

  it('of snapshots holds until the next one', async () => {
    const { list } = await members(
      'd,s\n2022-12-01,META\n2021-02-01,FB\n2022-01-01,FB\n2021-02-01,OLD\n2022-12-01,OLD\n',
      'date: d',
    );
    expect(list).toEqual([
      'l1 2021-02-01 open',
      'l2 2021-02-01 2022-01-01',
      'l2 2022-12-01 2022-12-31',
      'l3 2023-01-03 open',
    ]);
  });
});

describe('symbols', () => {
  it('are those in force on the day', async () => {
    const { market } = await members('s,f,u\nMETA,2022-06-09,\n', 'from: f, until: u');
    expect(market.symbolOf(0, epochDay('2022-06-08'))).toBe('FB');
    expect(market.symbolOf(0, epochDay('2022-06-09'))).toBe('META');
  });
});
