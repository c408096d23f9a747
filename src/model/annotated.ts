/**
 * Comments kept from the text form, without their `#`: whole lines before a statement, the one at its end, and whole
 * lines at the end of what is under it. `lines` has those of lines that are no rules of their own, by what they say
 * (`currency`, `prose/en`, `cite/0`, `clauses/2`).
 */
export type Comments = {
  before?: string[];
  after?: string;
  end?: string[];
  lines?: Record<string, { before?: string[]; after?: string }>;
};

/** Bounds of validity, ISO dates, both included. Absent means unbounded on that side. */
export type Period = { from?: string; until?: string };

/** Prose by language tag (`en`, `ja`, …). */
export type Prose = Record<string, string>;

/** The clause of a declared source that a rule implements, with an optional reason for reading it so. */
export type Citation = { source: string; clause: string; because?: string };

/** What any rule or section may carry beside its meaning. */
export type Annotated = { prose?: Prose; cite?: Citation[]; comments?: Comments };

/**
 * A named rule: one sentence of the methodology. Several rules of one name are versions, told apart by their periods.
 */
export type Named = { name: string } & Period & Annotated;

/** A block whose rules run only at the events named; absent: at every event. */
export type AtEvents = { at?: string[] };
