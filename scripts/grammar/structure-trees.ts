import { sectionForms } from '../../src/syntax/section-forms.ts';
import { sentenceForms } from '../../src/syntax/sentence-forms.ts';
import type { Tree } from './grammar-tree.ts';

const rule = (text: string): Tree => ({ kind: 'rule', text });
const kind = (text: string): Tree => ({ kind: 'kind', text });
const sequence = (...of: Tree[]): Tree => ({ kind: 'sequence', of });
const repeated = (of: Tree): Tree => ({ kind: 'repeated', of });
const under = (...lines: Tree[]): Tree => ({
  kind: 'optional',
  of: sequence(kind('Indent'), repeated({ kind: 'choice', of: lines }), kind('Dedent')),
});

/** Which sentences stand under which, from the same table that the reader goes by. */
export function structureTrees(): Map<string, Tree> {
  const trees = new Map<string, Tree>();
  trees.set('rulebook', repeated(rule('section')));
  trees.set('note', {
    kind: 'choice',
    of: [sequence(rule('prose'), kind('Newline')), sequence(rule('citation'), kind('Newline'))],
  });
  const sections: Tree[] = [];
  for (const [keyword, { item, list }] of Object.entries(sectionForms)) {
    const inner = item.children;
    const notes = list === undefined ? [] : [rule('note')];
    const below =
      inner === undefined
        ? notes
        : [
            ...notes,
            sequence(rule(inner.rule), kind('Newline'), ...(inner.rule === 'clause' ? [] : [under(rule('note'))])),
          ];
    const line = sequence(rule(item.rule), kind('Newline'), ...(below.length > 0 ? [under(...below)] : []));
    const header =
      `${keyword}Header` in sentenceForms ? rule(`${keyword}Header`) : { kind: 'word' as const, text: keyword };
    const during = `${keyword}Header` in sentenceForms ? [] : [rule('period')];
    trees.set(`${keyword}Section`, sequence(header, ...during, kind('Newline'), under(rule('note'), line)));
    sections.push(rule(`${keyword}Section`));
  }
  trees.set('section', { kind: 'choice', of: sections });
  return trees;
}
