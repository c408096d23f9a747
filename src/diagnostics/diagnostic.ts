/** How grave a finding is: an `error` stops the work, a `warning` does not, `info` is only told. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * A place in a file. Rulebooks use offsets (UTF-16 units, end exclusive); data files use row (1 is the
 * first line of the file) and column name.
 */
export type Span = {
  file: string;
  start?: number;
  end?: number;
  row?: number;
  column?: string;
  /** What this place has to do with the finding, for example "this side is in USD". */
  label?: string;
};

/** A replacement of text that mends the finding. */
export type Fix = { span: Span; text: string };

/**
 * One finding, from any part of the system. `message` says what is wrong in one sentence, `why` why it matters,
 * `help` how to mend it. The first span is where it is; the others explain.
 * Codes: RB0… syntax, RB1… names, RB2… units and types, RB3… time, RB4… feasibility, RB5… data,
 * RB6… prose and sources, RB7… running.
 */
export type Diagnostic = {
  code: string;
  severity: Severity;
  message: string;
  spans: Span[];
  why?: string;
  help?: string;
  fix?: Fix;
};
