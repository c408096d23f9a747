import { epochDay, isoDate, tradingCalendar } from '../../calendar/index.ts';
import { csvText } from '../../output/csv-text.ts';

type Company = {
  line: string;
  company: string;
  name: string;
  /** First close, its change over the half year as a part of it, and how far it swings. */
  price: [close: number, drift: number, wave: number];
  volume: number;
  shares: number;
  float: number;
};

const companies: Company[] = `
  ALD   alder Alder_Works   84  0.28 3 410000 61000000  92
  BIR.A birch Birch_Foods_A 41  0.06 2 260000 48000000  85
  BIR.B birch Birch_Foods_B 39  0.06 2 120000 22000000 100
  CED   cedar Cedar_Lines   63 -0.09 2 300000 33000000  90
  ELM   elm   Elm_Paper     27  0.03 1 350000 64000000  80
  FIR   fir   Fir_Tools     52 -0.60 3 180000 29000000  95
  HAZ   hazel Hazel_Power   18  0.16 1 520000 70000000  88
  OAK   oak   Oak_Mining    33  0.12 2  45000 55000000  70
  PIN   pine  Pine_Bank     44  0.31 2 200000 24000000  90
  YEW   yew   Yew_Software  96  0.09 4  60000  9000000 100`
  .trim()
  .split('\n')
  .map((row) => {
    const [line = '', company = '', name = '', ...numbers] = row.trim().split(/ +/);
    const [close = 0, drift = 0, wave = 0, volume = 0, shares = 0, float = 0] = numbers.map(Number);
    return { line, company, name: name.replaceAll('_', ' '), price: [close, drift, wave], volume, shares, float };
  });

const splitDate = '2023-05-10';

/** The tables of a small invented market, from January to June 2023: prices by a formula, a split and two dividends. */
export function starterMarket(): Record<string, string> {
  const days = tradingCalendar('XNYS').sessionsBetween(epochDay('2023-01-03'), epochDay('2023-06-30'));
  const prices: string[][] = [];
  [...days].forEach((day, t) => {
    const date = isoDate(day);
    companies.forEach((c, i) => {
      const [first, drift, wave] = c.price;
      const whole = first * (1 + (drift * t) / (days.length - 1)) + wave * Math.sin(t / 9 + i * 1.7);
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
      ['ex_date', 'known', 'line', 'kind', 'ratio', 'amount', 'currency', 'other', 'value'],
      [
        ['2023-04-12', '2023-03-15', 'CED', 'cash_dividend', '', '0.45', 'USD', '', ''],
        [splitDate, '2023-04-20', 'ALD', 'split', '2', '', '', '', ''],
        ['2023-06-06', '2023-05-11', 'ELM', 'cash_dividend', '', '0.3', 'USD', '', ''],
      ],
    ),
  };
}
