/**
 * The sessions of an exchange, or of several taken together, as epoch days. Every function throws RB3802 where the
 * answer would need a day outside `first` to `last`: a calendar never guesses.
 */
export type TradingCalendar = {
  /** The MIC, or how the calendar was made, for example `XNYS and XLON`. */
  readonly id: string;
  /** The first day that the calendar knows about; it need not be a session. */
  readonly first: number;
  /** The last day that the calendar knows about; it need not be a session. */
  readonly last: number;
  /** Whether there is trading on the day. */
  isSession(day: number): boolean;
  /** The sessions from `from` to `to`, both included, in order; none where `to` is before `from`. */
  sessionsBetween(from: number, to: number): Int32Array;
  /**
   * The `count`th session after `day` (or before it, where `count` is negative), `day` itself not counted whether or
   * not it is a session. `count` 0 gives `day` back.
   */
  shift(day: number, count: number): number;
  /** The day itself where it is a session, else the next session. */
  onOrAfter(day: number): number;
  /** The day itself where it is a session, else the session before it. */
  onOrBefore(day: number): number;
};
