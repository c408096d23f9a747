import type { Diagnostic, Span } from '../diagnostics/index.ts';

/** The codes of everything that can be wrong with a data set. They never change their meaning. */
export const DATA_CODES = {
  datasetMissing: 'RB5001',
  datasetTooLarge: 'RB5002',
  datasetNotYaml: 'RB5003',
  datasetShape: 'RB5004',
  unknownKey: 'RB5005',
  fieldTwice: 'RB5006',
  unknownField: 'RB5007',
  unknownUnit: 'RB5008',
  badDeclaration: 'RB5009',
  tableMissing: 'RB5010',
  notATable: 'RB5011',
  emptyTable: 'RB5012',
  columnMissing: 'RB5013',
  columnTwice: 'RB5014',
  brokenRow: 'RB5015',
  unreadable: 'RB5016',
  tooLarge: 'RB5017',
  otherSeparator: 'RB5018',
  columnUnnamed: 'RB5019',
  notANumber: 'RB5020',
  tooManyDigits: 'RB5021',
  notADate: 'RB5022',
  negative: 'RB5023',
  zero: 'RB5024',
  blank: 'RB5025',
  notMapped: 'RB5026',
  notYesNo: 'RB5027',
  notAChoice: 'RB5028',
  duplicateKey: 'RB5030',
  unknownLine: 'RB5031',
  unknownCompany: 'RB5032',
  mixedCurrencies: 'RB5033',
  knownTooLate: 'RB5034',
  intervalReversed: 'RB5035',
  intervalsOverlap: 'RB5036',
  termMissing: 'RB5037',
  tooLargeDividend: 'RB5038',
  impossibleMerger: 'RB5039',
  ambiguousSymbol: 'RB5040',
} as const;

export type DataCode = (typeof DATA_CODES)[keyof typeof DATA_CODES];

/** An error about a data set. */
export function finding(
  code: DataCode,
  message: string,
  spans: Span[],
  more: { why?: string; help?: string } = {},
): Diagnostic {
  return { code, severity: 'error', message, spans, ...more };
}
