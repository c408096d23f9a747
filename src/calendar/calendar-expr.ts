/**
 * Which days count as trading days, as pure JSON: one calendar by MIC (or the name a data set gives it), or two
 * combined.
 */
export type CalendarExpr =
  | { op: 'calendar'; mic: string }
  | { op: 'union' | 'intersection' | 'difference'; left: CalendarExpr; right: CalendarExpr };
