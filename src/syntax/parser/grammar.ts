import { commonRules } from './common-rules.ts';
import { dateRules } from './date-rules.ts';
import type { Dsl } from './dsl.ts';
import { expressionRules } from './expression-rules.ts';
import { limitRules } from './limit-rules.ts';
import { policyRules } from './policy-rules.ts';
import { scheduleRules } from './schedule-rules.ts';
import { sectionRules } from './section-rules.ts';
import { selectionRules } from './selection-rules.ts';

/** The rules of all sentences, by name. */
export type Grammar = ReturnType<typeof grammar>;

/** The grammar of sentences, for whoever reads by it. */
export function grammar($: Dsl) {
  const common = commonRules($);
  const expressions = expressionRules($);
  const sections = sectionRules($, common, expressions);
  const dates = dateRules($, common);
  return {
    ...common,
    ...expressions,
    ...sections,
    ...dates,
    ...selectionRules($, common, expressions, sections.domain),
    ...limitRules($, common, expressions),
    ...scheduleRules($, common, expressions, dates.dateRule),
    ...policyRules($, common, expressions),
  };
}
