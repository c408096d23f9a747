/** One of the two streams that the command line writes to. */
export type Sink = {
  write(text: string): void;
  /** Whether a person looks at it: then colour and progress are in place. */
  terminal: boolean;
  /** Whether it may be coloured. */
  color: boolean;
};

/** The world as a verb sees it. Tests give their own. */
export type Io = {
  /** Results. */
  out: Sink;
  /** Everything else: findings on the way, progress, complaints. */
  err: Sink;
  /** All of standard input. */
  readInput(): Uint8Array;
  env: Readonly<Record<string, string | undefined>>;
  /** Columns of text that fit side by side. */
  width: number;
  /** Whether block and braille characters can be shown. */
  unicode: boolean;
  /** Today's date, ISO: the only clock of the command line, for `review by` alone. */
  today: string;
};
