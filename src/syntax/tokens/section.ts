import { softWords, words } from './kit.ts';

export const sectionKeywords = [
  'index',
  'sources',
  'fields',
  'universe',
  'measures',
  'rankings',
  'eligibility',
  'selection',
  'weighting',
  'limits',
  'schedule',
  'discretion',
  'maintenance',
  'level',
] as const;
export type SectionKeyword = (typeof sectionKeywords)[number];

export const Index = softWords('Index', ['index']);
/** The sections whose line is the one word. */
export const PlainSection = softWords('PlainSection', [
  'sources',
  'fields',
  'universe',
  'measures',
  'rankings',
  'schedule',
  'discretion',
  'maintenance',
  'level',
]);
export const Eligibility = softWords('Eligibility', ['eligibility']);
export const Selection = softWords('Selection', ['selection']);
export const Weighting = softWords('Weighting', ['weighting']);
export const LimitsOn = softWords('LimitsOn', ['limits']);

export const Currency = softWords('Currency', ['currency']);
export const Calendar = softWords('Calendar', ['calendar']);
export const ReviewBy = words('ReviewBy', ['review by']);
export const Ends = softWords('Ends', ['ends']);
export const Except = words('Except', ['except']);
export const On = words('On', ['on']);

export const Cite = words('Cite', ['cite']);
export const Because = words('Because', ['because']);
export const Clause = words('Clause', ['clause']);

/** The two domains every market has, by one or many. */
export const Domain = softWords('Domain', { lines: 'line', line: 'line', companies: 'company', company: 'company' });
export const PricedIn = words('PricedIn', ['priced in']);
export const Group = softWords('Group', ['group']);

export const Base = softWords('Base', ['base']);
export const Returns = softWords('Returns', ['returns']);
export const PlainReturn = softWords('PlainReturn', ['price', 'total']);
export const NetAfter = words('NetAfter', ['net after']);
export const Tax = words('Tax', ['tax']);
export const RoundLevelTo = words('RoundLevelTo', ['round level to']);
export const RoundDivisorTo = words('RoundDivisorTo', ['round divisor to']);
export const Decimals = words('Decimals', { decimals: 'decimals', decimal: 'decimals' });
export const Rounding = words('Rounding', ['up', 'down', 'half up', 'half even']);
export const Divisor = softWords('Divisor', ['divisor']);

export const sectionTokens = [
  Index,
  PlainSection,
  Eligibility,
  Selection,
  Weighting,
  LimitsOn,
  Currency,
  Calendar,
  ReviewBy,
  Ends,
  Except,
  On,
  Cite,
  Because,
  Clause,
  Domain,
  PricedIn,
  Group,
  Base,
  Returns,
  PlainReturn,
  NetAfter,
  Tax,
  RoundLevelTo,
  RoundDivisorTo,
  Decimals,
  Rounding,
  Divisor,
];
