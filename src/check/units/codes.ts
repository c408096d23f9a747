/** The codes of findings about units, types and what values are of. */
export const unitCodes = {
  unitsDiffer: 'RB2001',
  typesDiffer: 'RB2002',
  wrongType: 'RB2003',
  bareNumber: 'RB2004',
  ownCurrency: 'RB2005',
  tooFine: 'RB2006',
  unknownUnit: 'RB2007',
  unfitUnit: 'RB2008',
  notConstant: 'RB2009',
  versionsDiffer: 'RB2010',
  notMoney: 'RB2011',
  brokenPower: 'RB2012',
  otherDomain: 'RB2013',
  keyOrder: 'RB2014',
  onlyItself: 'RB2015',
} as const;
