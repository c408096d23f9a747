import { type Files, folder, numbered, type Row } from './table.ts';
import { billion, monthEnds } from './topix.ts';

/** A line of `cap` billion yen; `first` the ratio of each of eleven months, `last` that of August, `from` the first month with a price. */
type Line = { id: string; cap: number; member: boolean; first: number; last: number } & Partial<{
  from: string;
  listing: number;
  crypto: number;
  delisted: boolean;
}>;

const line = (id: string, cap: number, member: boolean, first = 0.05, last = first): Line => ({
  id,
  cap,
  member,
  first,
  last,
});

/**
 * Lines traded enough of 1,000 billion yen in all: seventeen members, a crypto company and a recent listing of 50 each, so 95 %; then 96 %, 96.51 %, 97 %, and smaller
 * ones. Beside them lines of 60 billion that are not traded enough, or about to be delisted.
 */
export function criteria(): Files {
  const march = { from: '2026-03-31', listing: 0.5 };
  const lines: Line[] = [
    { ...line('A01', 50, true, 0.011, 0.019) },
    { ...line('A02', 50, true), crypto: 0.6 },
    ...Array.from({ length: 15 }, (_, i) => line(numbered('A', i + 3, 2), 50, true)),
    { ...line('CRYPTO_NEW', 50, false), crypto: 0.6 },
    { ...line('RECENT', 50, false, 0.017), ...march },
    line('NEW_96', 10, false, 0.016, 0.024),
    line('NEW_9651', 5.1, false),
    line('MEMBER_97', 4.9, true),
    line('MEMBER_BEYOND', 4.8, true),
    ...Array.from({ length: 7 }, (_, i) => line(numbered('S', i + 1, 1), 3.6, true)),
    line('NEW_01999', 60, false, 0.016, 0.0239),
    line('MEMBER_01399', 60, true, 0.011, 0.0189),
    { ...line('RECENT_LOW', 60, false, 0.016), ...march },
    { ...line('DELISTED', 60, true), delisted: true },
  ];
  const ratio = (of: Line, date: string) =>
    date === of.from ? of.listing! : date === monthEnds.at(-1) ? of.last : of.first;
  return folder('jpx/cases/criteria', {
    prices: lines.flatMap((of) =>
      monthEnds
        .filter((date) => date >= (of.from ?? ''))
        .map(
          (date): Row => ({
            line: of.id,
            date,
            close: 1_000,
            traded_value: Math.round(of.cap * billion * ratio(of, date)),
          }),
        ),
    ),
    lines: lines.map(
      (of): Row => ({
        line: of.id,
        shares_outstanding: Math.round((of.cap * billion) / 1_000),
        listed_on: of.from === undefined ? '2000-01-04' : '2026-03-16',
        to_be_delisted: of.delisted === true ? 'yes' : 'no',
        crypto_share: of.crypto ?? 0,
      }),
    ),
    constituents: lines.filter((of) => of.member).map(({ id }): Row => ({ line: id, from: '2022-04-04' })),
  });
}
