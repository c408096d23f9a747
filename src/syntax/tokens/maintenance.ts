import { words } from './kit.ts';

export const Occasion = words('Occasion', [
  'split',
  'stock dividend',
  'cash dividend',
  'special dividend',
  'spin-off',
  'rights',
  'cash merger',
  'stock merger',
  'delisting',
  'suspension',
  'share change',
  'symbol change',
  'deletion',
  'parent change',
]);

/** The effects that are said in full by their words. */
export const PlainEffect = words('PlainEffect', {
  'adjust shares': 'adjust shares',
  'adjust divisor': 'adjust divisor',
  reinvest: 'reinvest',
  ignore: 'ignore',
  'convert at terms': 'convert',
  follow: 'follow',
});
export const AddChild = words('AddChild', ['add child']);
export const UntilNextReview = words('UntilNextReview', ['until next review']);
export const RemoveAtKnown = words('RemoveAtKnown', {
  'remove at last price': 'last price',
  'remove at terms': 'terms',
});
export const RemoveAt = words('RemoveAt', ['remove at']);
export const HoldAtLastPrice = words('HoldAtLastPrice', ['hold at last price']);
export const RemoveAfter = words('RemoveAfter', ['remove after']);
export const UpdateAtOnce = words('UpdateAtOnce', ['update at once']);
export const UpdateAtNextReview = words('UpdateAtNextReview', ['update at next review']);
export const WhenAtLeast = words('WhenAtLeast', ['when at least']);
export const Replace = words('Replace', {
  'replace by highest ranked newcomer': 'highest ranked newcomer',
  'do not replace': 'nobody',
  'entrant takes weight of leaver': 'entrant takes weight of leaver',
  'entrants share weight of leavers': 'entrants share weight of leavers',
});

export const maintenanceTokens = [
  Occasion,
  PlainEffect,
  AddChild,
  UntilNextReview,
  RemoveAtKnown,
  RemoveAt,
  HoldAtLastPrice,
  RemoveAfter,
  UpdateAtOnce,
  UpdateAtNextReview,
  WhenAtLeast,
  Replace,
];
