import type { Io } from './io.ts';

/** An option of a verb. Without `value` it is a flag. */
export type OptionSpec = {
  name: string;
  /** What stands after it, as help shows it: `DIR`, `DATE`. */
  value?: string;
  /** The only values it takes. */
  choices?: readonly string[];
  /** Its value is an ISO date. */
  date?: true;
  required?: true;
  text: string;
};

/** What a verb takes, for its help and for reading its arguments. */
export type CommandSpec = {
  verb: string;
  summary: string;
  /** After `rulebook VERB`: `FILE --data DIR`. */
  usage: string;
  /** How many names may stand beside the options, and what they are. */
  operands: { least: number; most: number; what: string };
  options: OptionSpec[];
  examples: string[];
  /** Paragraphs for the help page. */
  notes?: string[];
};

/** What was given: names, values of options and flags, checked against the specification. */
export type Arguments = { operands: string[]; values: ReadonlyMap<string, string>; flags: ReadonlySet<string> };

/** The codes that the process ends with: fine; findings; misuse or bad input. */
export type ExitCode = 0 | 1 | 2;

/** One verb. */
export type Command = { spec: CommandSpec; run(given: Arguments, io: Io): Promise<ExitCode> };
