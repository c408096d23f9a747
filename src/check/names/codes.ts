/** The codes of findings about names. */
export const nameCodes = {
  unknownName: 'RB1001',
  nameTaken: 'RB1002',
  unknownRanking: 'RB1003',
  unknownSet: 'RB1004',
  unknownEvent: 'RB1005',
  unknownDate: 'RB1006',
  unknownGroup: 'RB1007',
  unknownSource: 'RB1008',
  otherKind: 'RB1009',
  unused: 'RB1010',
  missingSection: 'RB1011',
  sectionTwice: 'RB1012',
  outOfPlace: 'RB1013',
  levelVersions: 'RB1015',
} as const;
