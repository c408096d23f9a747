import { tokenType, words } from './kit.ts';

export const And = words('And', ['and']);
export const Or = words('Or', ['or']);
export const Not = words('Not', ['not']);
export const Comparison = words('Comparison', ['>=', '<=', '>', '<', 'is not']);
/** Apart from the other comparisons, since `is` also joins in limits (`until the total above … is …`). */
export const Is = words('Is', ['is']);
export const Between = words('Between', ['between']);
export const In = words('In', ['in']);
export const NotIn = words('NotIn', ['not in']);
export const InAtLeast = words('InAtLeast', ['in at least']);
export const Otherwise = words('Otherwise', ['otherwise']);
export const Plus = words('Plus', ['+']);
export const Minus = words('Minus', ['-']);
export const Times = words('Times', ['*']);
export const Divide = words('Divide', ['/']);
export const Power = words('Power', ['^']);
export const AsOf = words('AsOf', ['as of']);
export const If = words('If', ['if']);
export const Then = words('Then', ['then']);
export const Else = words('Else', ['else']);
export const Yes = words('Yes', ['yes']);
export const No = words('No', ['no']);

/** Only where a parenthesis follows; these words are names elsewhere. */
export const FunctionName = words('FunctionName', ['min', 'max', 'abs', 'sqrt', 'exp', 'ln']);
export const RoundBy = words('RoundBy', {
  'round up': 'up',
  'round down': 'down',
  'round half up': 'half up',
  'round half even': 'half even',
});

export const AggregateOf = words('AggregateOf', {
  'sum of': 'sum',
  'average of': 'average',
  'median of': 'median',
  'count of': 'count',
  'largest of': 'largest',
  'smallest of': 'smallest',
});
export const Over = words('Over', ['over']);
export const ByMonth = words('ByMonth', ['by month']);
export const YearToDate = words('YearToDate', ['year to date']);
export const Needing = words('Needing', ['needing']);
export const Observations = words('Observations', { observations: 'observations', observation: 'observations' });

export const Previous = words('Previous', ['previous']);
export const RankIn = words('RankIn', ['rank in']);
export const CumulativeOf = words('CumulativeOf', { 'cumulative sum of': 'sum', 'cumulative share of': 'share' });
export const ValueOf = words('ValueOf', ['value of']);
export const AtRank = words('AtRank', ['at rank']);
export const ConstituentOf = words('ConstituentOf', ['constituent of']);
export const Constituent = words('Constituent', ['constituent']);
export const MemberOf = words('MemberOf', ['member of']);
export const AddedSince = words('AddedSince', ['added since']);
export const Known = words('Known', ['known']);
export const Since = words('Since', {
  'full months since': 'full months',
  'calendar days since': 'calendar days',
  'trading days since': 'trading days',
});
export const Current = words('Current', {
  'current weight': 'weight',
  'current index shares': 'index shares',
  'current cap factor': 'cap factor',
  'current membership': 'membership',
});
export const Weight = words('Weight', ['weight']);
export const TheirTotal = words('TheirTotal', ['their total']);
export const SmallestOfThem = words('SmallestOfThem', ['smallest of them']);
export const LargestWeight = words('LargestWeight', ['largest weight']);

export const Scale = words('Scale', ['thousand', 'million', 'billion', 'trillion']);
export const Per = words('Per', ['per']);

/** Units of time, in literals and windows. */
export const TimeUnit = tokenType('TimeUnit');
/** Units that date rules count days in. */
export const DayUnit = tokenType('DayUnit');
export const TradingDays = words(
  'TradingDays',
  { 'trading days': 'trading days', 'trading day': 'trading days' },
  TimeUnit,
  DayUnit,
);
const CalendarDays = words(
  'CalendarDays',
  { 'calendar days': 'calendar days', 'calendar day': 'calendar days' },
  TimeUnit,
  DayUnit,
);
export const Weeks = words('Weeks', { weeks: 'weeks', week: 'weeks' }, TimeUnit);
export const Months = words('Months', ['months'], TimeUnit);
/** Apart from `months`, since it stands alone in `over month` and `of month`. */
export const Month = words('Month', { month: 'months' }, TimeUnit);
const Years = words('Years', { years: 'years', year: 'years' }, TimeUnit);

export const expressionTokens = [
  And,
  Or,
  Not,
  Comparison,
  Is,
  Between,
  In,
  NotIn,
  InAtLeast,
  Otherwise,
  Plus,
  Minus,
  Times,
  Divide,
  Power,
  AsOf,
  If,
  Then,
  Else,
  Yes,
  No,
  FunctionName,
  RoundBy,
  AggregateOf,
  Over,
  ByMonth,
  YearToDate,
  Needing,
  Observations,
  Previous,
  RankIn,
  CumulativeOf,
  ValueOf,
  AtRank,
  ConstituentOf,
  Constituent,
  MemberOf,
  AddedSince,
  Known,
  Since,
  Current,
  Weight,
  TheirTotal,
  SmallestOfThem,
  LargestWeight,
  Scale,
  Per,
  TimeUnit,
  DayUnit,
  TradingDays,
  CalendarDays,
  Weeks,
  Months,
  Month,
  Years,
];
