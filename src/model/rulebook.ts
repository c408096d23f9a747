import type { CalendarExpr, DateRule } from '../calendar/index.ts';
import type { Comments } from './annotated.ts';
import type { Section } from './section.ts';

export type { Annotated, Citation, Comments, Period, Prose } from './annotated.ts';

/** A rulebook as typed data: what both the text form and the data form say. Pure JSON. */
export type Rulebook = { rulebook: 1; sections: Section[]; comments?: Comments };

export type { CalendarExpr, DateRule };
