import { describe, expect, it } from 'vitest';
import { grammarTrees } from '../../scripts/grammar/grammar-tree.ts';
import { structureTrees } from '../../scripts/grammar/structure-trees.ts';
import { ruleGroups } from '../../scripts/grammar/rule-groups.ts';
import { readRulebook } from './index.ts';

describe('the grammar reference for authors', () => {
  it('has every rule of the grammar in one group', () => {
    const grouped = ruleGroups.flatMap((group) => group.rules.map((note) => note.rule));
    expect(grouped.toSorted()).toEqual([...structureTrees().keys(), ...grammarTrees().keys()].toSorted());
  });

  const examples = ruleGroups.flatMap(({ rules, frame }) =>
    rules.flatMap(({ rule, like }) => (like === undefined ? [] : [{ rule, text: frame(like) }])),
  );

  it.each(examples)('the example of $rule is one', ({ text }) => {
    // An example need not be all of its section.
    const missing = /is missing$|^the section `level` does not say /;
    const { diagnostics } = readRulebook(text, 'example.rulebook');
    expect(diagnostics.filter((d) => !missing.test(d.message)).map((d) => d.message)).toEqual([]);
  });
});
