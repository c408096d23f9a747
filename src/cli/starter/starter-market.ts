import { epochDay, isoDate, tradingCalendar } from '../../calendar/index.ts';
import { csvText } from '../../output/csv-text.ts';

type Company = {
  line: string;
  company: string;
  name: string;
  close: number;
  drift: number;
  wave: number;
  volume: number;
  shares: number;
  float: number;
};

const companies: Company[] = [
  {
    line: 'ALD',
    company: 'alder',
    name: 'Alder Works',
    close: 84,
    drift: 0.9,
    wave: 3,
    volume: 410_000,
    shares: 61_000_000,
    float: 92,
  },
  {
    line: 'BIR.A',
    company: 'birch',
    name: 'Birch Foods A',
    close: 41,
    drift: 0.2,
    wave: 2,
    volume: 260_000,
    shares: 48_000_000,
    float: 85,
  },
  {
    line: 'BIR.B',
    company: 'birch',
    name: 'Birch Foods B',
    close: 39,
    drift: 0.2,
    wave: 2,
    volume: 120_000,
    shares: 22_000_000,
    float: 100,
  },
  {
    line: 'CED',
    company: 'cedar',
    name: 'Cedar Lines',
    close: 63,
    drift: -0.3,
    wave: 2,
    volume: 300_000,
    shares: 33_000_000,
    float: 90,
  },
  {
    line: 'ELM',
    company: 'elm',
    name: 'Elm Paper',
    close: 27,
    drift: 0.1,
    wave: 1,
    volume: 350_000,
    shares: 64_000_000,
    float: 80,
  },
  {
    line: 'FIR',
    company: 'fir',
    name: 'Fir Tools',
    close: 52,
    drift: -0.6,
    wave: 3,
    volume: 180_000,
    shares: 29_000_000,
    float: 95,
  },
  {
    line: 'HAZ',
    company: 'hazel',
    name: 'Hazel Power',
    close: 18,
    drift: 0.5,
    wave: 1,
    volume: 520_000,
    shares: 70_000_000,
    float: 88,
  },
  {
    line: 'OAK',
    company: 'oak',
    name: 'Oak Mining',
    close: 33,
    drift: 0.4,
    wave: 2,
    volume: 45_000,
    shares: 55_000_000,
    float: 70,
  },
  {
    line: 'YEW',
    company: 'yew',
    name: 'Yew Software',
    close: 96,
    drift: 0.3,
    wave: 4,
    volume: 60_000,
    shares: 9_000_000,
    float: 100,
  },
];

const splitDate = '2023-05-10';

/** The tables of a small invented market, from January to June 2023: prices by a formula, a split and two dividends. */
export function starterMarket(): Record<string, string> {
  const days = tradingCalendar('XNYS').sessionsBetween(epochDay('2023-01-03'), epochDay('2023-06-30'));
  const prices: string[][] = [];
  [...days].forEach((day, t) => {
    const date = isoDate(day);
    companies.forEach((c, i) => {
      const whole = c.close * (1 + (c.drift * t) / 400) + c.wave * Math.sin(t / 9 + i * 1.7);
      const close = c.line === 'ALD' && date >= splitDate ? whole / 2 : whole;
      const volume = Math.round((c.volume * (1 + 0.3 * Math.sin(t / 5 + i))) / 100) * 100;
      prices.push([
        date,
        c.line,
        close.toFixed(2),
        String(c.line === 'ALD' && date >= splitDate ? volume * 2 : volume),
      ]);
    });
  });
  const start = '2022-12-30';
  const shares = companies.map((c) => [start, start, c.line, String(c.shares), String(c.float)]);
  shares.push([splitDate, '2023-04-20', 'ALD', '122000000', '92']);
  return {
    'prices.csv': csvText(['date', 'line', 'close', 'volume'], prices),
    'lines.csv': csvText(
      ['line', 'company', 'symbol', 'name', 'type'],
      companies.map((c) => [c.line, c.company, c.line, c.name, 'common']),
    ),
    'shares.csv': csvText(['date', 'known', 'line', 'shares', 'free_float'], shares),
    'actions.csv': csvText(
      ['ex_date', 'known', 'line', 'kind', 'ratio', 'amount', 'currency'],
      [
        ['2023-04-12', '2023-03-15', 'CED', 'cash_dividend', '', '0.45', 'USD'],
        [splitDate, '2023-04-20', 'ALD', 'split', '2', '', ''],
        ['2023-06-06', '2023-05-11', 'ELM', 'cash_dividend', '', '0.3', 'USD'],
      ],
    ),
  };
}
