import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Market } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { scopeOf } from '../names/scope.ts';
import { finding } from '../support/finding.ts';
import { percent, ratioOf } from '../support/literal.ts';

/** RB5109: a cap on groups that all groups of the data set together cannot meet. */
export function checkGroupCaps(context: CheckContext, market: Market): Diagnostic[] {
  const { groups } = scopeOf(context.rulebook);
  return context.rulebook.sections.flatMap((section, i) => {
    if (section.section !== 'limits') return [];
    const by = groups.get(section.of)?.[0]?.what.by;
    const column = by === undefined ? undefined : market.fields.get(by);
    if (column?.kind !== 'steps-text' && column?.kind !== 'series-text') return [];
    const count = column.dictionary.length;
    return section.rules.flatMap(({ name, action, cohort }, k) => {
      const cap = action.kind === 'cap' && cohort.kind === 'all' ? ratioOf(action.bound) : undefined;
      if (cap === undefined || count === 0 || !cap.times(count).lessThan(1)) return [];
      return [
        finding(
          section.infeasible === 'fail' ? 'error' : 'warning',
          'RB5109',
          `\`${name}\` cannot be met: the ${count} groups of \`${section.of}\` in the data set, at ${percent(cap)} or less, make at most ${percent(cap.times(count))}`,
          [context.span(`/sections/${i}/rules/${k}/action/bound`)],
          `all weights together make 100%, so that ${percent(cap.times(count).negated().plus(1))} would be left that no group may take`,
          `raise the cap to at least ${percent(cap.pow(0).dividedBy(count))}, more where an index may hold fewer groups; or say what happens then: \`otherwise relax to feasible\``,
        ),
      ];
    });
  });
}
