// In: the stages of limits, and how many constituents the selections give. Out: bounds that cannot be met, and stages
// that can never act.
// Never here: market data; a cap that only some markets break is for the run to tell.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { betweenStages } from './between-stages.ts';
import { stageFindings } from './stage.ts';

/** Everything about limits: RB4301 to RB4307. */
export function checkCaps(context: CheckContext): Diagnostic[] {
  return context.rulebook.sections.flatMap((section, i) => {
    if (section.section !== 'limits') return [];
    const pointer = `/sections/${i}`;
    const alone = section.rules.flatMap((rule, k) => stageFindings(context, section, rule, `${pointer}/rules/${k}`));
    const between = betweenStages(context, section, pointer);
    // A floor above a cap is one mistake, not also two bounds that cannot be met.
    const clashing = new Set(
      between.filter((d) => d.code === 'RB4307').flatMap((d) => d.spans.map((span) => span.start)),
    );
    return [...alone.filter((d) => !clashing.has(d.spans[0]?.start) || d.code === 'RB4305'), ...between];
  });
}
