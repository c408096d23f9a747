// In: a rulebook that was read. Out: findings on names that stand for nothing, for two things, or for something else
// than their place needs, on names that nothing uses, and on sections that are missing. Never here: what the named
// values are.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { analysisOf } from '../units/analysis.ts';
import { citedSources } from './cited-sources.ts';
import { namesInExpression } from './names-in-expression.ts';
import { namesOfRules } from './names-of-rules.ts';
import { neededSections } from './sections.ts';
import { takenNames } from './taken.ts';
import { together } from './together.ts';
import { unusedNames } from './unused.ts';

/** Checks the names of a rulebook. */
export function checkNames(context: CheckContext): Diagnostic[] {
  const { scope, sites } = analysisOf(context);
  return [
    ...neededSections(context),
    ...takenNames(context, scope),
    ...together([
      ...namesOfRules(context, scope),
      ...sites.flatMap((site) =>
        namesInExpression(
          site.expression,
          site.pointer,
          { inLimits: site.inLimits === true, byMonth: false, text: false },
          context,
          scope,
        ),
      ),
    ]),
    ...citedSources(context, scope),
    ...unusedNames(context, scope, sites),
  ];
}
