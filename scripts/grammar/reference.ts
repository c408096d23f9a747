import { sectionForms } from '../../src/syntax/section-forms.ts';
import { type SentenceForm, sentenceForms } from '../../src/syntax/sentence-forms.ts';
import { ebnf } from './ebnf.ts';
import { grammarTrees, type Tree } from './grammar-tree.ts';
import { railroad } from './railroad.ts';

const rule = (text: string): Tree => ({ kind: 'rule', text });
const kind = (text: string): Tree => ({ kind: 'kind', text });
const sequence = (...of: Tree[]): Tree => ({ kind: 'sequence', of });
const repeated = (of: Tree): Tree => ({ kind: 'repeated', of });
const under = (...lines: Tree[]): Tree => ({
  kind: 'optional',
  of: sequence(kind('Indent'), repeated({ kind: 'choice', of: lines }), kind('Dedent')),
});

/** Which sentences stand under which, from the same table that the reader goes by. */
function structure(): Map<string, Tree> {
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

const preface = `Generated from the parser by \`npm run grammar\`; do not edit.

Kinds of tokens: NAME is a word that is not reserved; NUMBER, DATE, TEXT (in quotation marks) and ORDINAL (\`3rd\`) are literals; NEWLINE ends a sentence;
INDENT and DEDENT open and close what is indented further. A comment runs from \`#\` to the end of its line.`;

/** The reference as a page of Markdown and a page of HTML. */
export function grammarReference(): { markdown: string; html: string } {
  const trees = new Map([...structure(), ...grammarTrees()]);
  const example = (name: string) => (name in sentenceForms ? sentenceForms[name as SentenceForm].like : undefined);
  const blocks = [...trees].map(([name, tree]) => `${name} = ${ebnf(tree)} ;`);
  const markdown = `# The grammar\n\n${preface}\n\n\`\`\`ebnf\n${blocks.join('\n\n')}\n\`\`\`\n`;
  const parts = [...trees].map(([name, tree]) => {
    const like = example(name);
    const shown =
      like === undefined
        ? ''
        : `<p>For example <code>${like.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</code></p>`;
    return `<section id="${name}"><h2>${name}</h2>${shown}<div>${railroad(tree)}</div></section>`;
  });
  const contents = [...trees.keys()].map((name) => `<a href="#${name}">${name}</a>`).join(' ');
  const text = preface.replace(/`([^`]+)`/g, '<code>$1</code>').replaceAll('\n\n', '</p><p>');
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The grammar of rulebooks</title>
<meta name="viewport" content="width=device-width">
<style>
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#222;background:#fff}
nav a{margin-right:.6rem;white-space:nowrap}section div{overflow-x:auto}
svg text{font:12px ui-monospace,monospace;text-anchor:middle;fill:#222}svg path{fill:none;stroke:#555;stroke-width:1.5}
svg .word{fill:#e6f2e6;stroke:#3a7d3a}svg .kind{fill:#fff4d9;stroke:#b07a00}svg .rule{fill:#e8eefc;stroke:#3558a8}
</style></head>
<body><h1>The grammar of rulebooks</h1><p>${text}</p><nav>${contents}</nav>
${parts.join('\n')}
</body></html>
`;
  return { markdown, html };
}
