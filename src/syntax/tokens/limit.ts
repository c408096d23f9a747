import { words } from './kit.ts';

export const UntilStable = words('UntilStable', ['until stable']);
export const Infeasible = words('Infeasible', {
  'otherwise fail': 'fail',
  'otherwise keep weights before': 'keep weights before',
  'otherwise weight equally': 'weight equally',
  'otherwise relax to feasible': 'relax to feasible',
});

export const ForWeightsAbove = words('ForWeightsAbove', ['for weights above']);
export const ForWeightsWhere = words('ForWeightsWhere', ['for weights where']);
export const ForThe = words('ForThe', ['for the']);
export const LargestWeights = words('LargestWeights', ['largest weights']);

export const WhenAnyWeight = words('WhenAnyWeight', ['when any weight']);

export const BoundEach = words('BoundEach', { 'cap each at': 'cap', 'floor each at': 'floor' });
export const ScaleToTotal = words('ScaleToTotal', ['scale them to total']);
export const SetEachTo = words('SetEachTo', ['set each to']);
export const ReduceSmallestTo = words('ReduceSmallestTo', ['reduce the smallest to']);
export const UntilTheirTotalIs = words('UntilTheirTotalIs', ['until their total is']);
export const MoveToward = words('MoveToward', ['move them toward']);
export const UntilLargestIs = words('UntilLargestIs', ['until the largest is']);
export const UntilTotalAbove = words('UntilTotalAbove', ['until the total above']);
export const OthersAtMost = words('OthersAtMost', ['others at most']);

export const limitTokens = [
  UntilStable,
  Infeasible,
  ForWeightsAbove,
  ForWeightsWhere,
  ForThe,
  LargestWeights,
  WhenAnyWeight,
  BoundEach,
  ScaleToTotal,
  SetEachTo,
  ReduceSmallestTo,
  UntilTheirTotalIs,
  MoveToward,
  UntilLargestIs,
  UntilTotalAbove,
  OthersAtMost,
];
