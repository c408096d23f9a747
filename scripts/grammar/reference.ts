import { escaped } from './escaped.ts';
import { ebnf } from './ebnf.ts';
import { grammarTrees, type Tree } from './grammar-tree.ts';
import { railroad } from './railroad.ts';
import { type RuleGroup, type RuleNote, ruleGroups } from './rule-groups.ts';
import { ruleWords } from './rule-words.ts';
import { structureTrees } from './structure-trees.ts';

const preface = `Each rule of the language and what it is made of. [The language page](../../docs/language.md) tells the same as a whole, with what it
means; begin there, and look here for what may stand in which place.`;

const reading = `How to read a diagram: follow the line from left to right. Green are words to be written as they are, blue leads to another rule, and yellow is yours: a
name (a word that is not reserved), a number, a date, a text in quotation marks, an ordinal (\`3rd\`). *Indented* and *end of indent* stand for what is
written further to the right under a line. A comment runs from \`#\` to the end of its line.`;

const origin = 'Generated from the parser by `npm run grammar`.';

/** The reference as a page of Markdown and a page of HTML. */
export function grammarReference(): { markdown: string; html: string } {
  const trees = new Map([...structureTrees(), ...grammarTrees()]);
  return { markdown: markdownPage(trees), html: htmlPage(trees) };
}

function markdownPage(trees: Map<string, Tree>): string {
  const groups = ruleGroups.map(({ title, about, rules }) => {
    const blocks = rules.map(
      ({ rule, says }) => `(* ${says.replaceAll('`', '')} *)\n${rule} = ${ebnf(trees.get(rule)!)} ;`,
    );
    return `## ${title}\n\n${about}\n\n\`\`\`ebnf\n${blocks.join('\n\n')}\n\`\`\``;
  });
  const tokens =
    'In it `[ … ]` may be left out, `{ … }` comes any number of times, `|` parts alternatives; NAME, NUMBER, DATE, TEXT and ORDINAL are yours, NEWLINE ends a sentence, INDENT and DEDENT open and close what is indented further.';
  return `# The grammar\n\n${preface} The page [grammar.html](grammar.html) has the same with examples and diagrams.\n\n${tokens}\n\n${groups.join('\n\n')}\n\n${origin}\n`;
}

function htmlPage(trees: Map<string, Tree>): string {
  const index = ruleGroups.map(
    ({ title, rules }) =>
      `<dt><a href="#${groupId(title)}">${title}</a></dt><dd>${rules.map(({ rule }) => `<a href="#${rule}">${ruleWords(rule)}</a>`).join(', ')}</dd>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The grammar of rulebooks</title>
<meta name="viewport" content="width=device-width">
<style>
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:78rem;padding:0 1rem;color:#222;background:#fff}
p,dl{max-width:52rem}dt{font-weight:600}dd{margin:0 0 .4rem 1rem}h2{margin-top:3rem;border-bottom:1px solid #ccc}h3{margin:2rem 0 .2rem}section p{margin:.2rem 0}
pre{background:#f5f5f2;padding:.5rem .8rem;margin:.4rem 0;max-width:52rem;overflow-x:auto}section div{overflow-x:auto}svg{max-width:100%;height:auto}
svg text{font:12px ui-monospace,monospace;text-anchor:middle;fill:#222}svg path{fill:none;stroke:#555;stroke-width:1.5}
svg .word{fill:#e6f2e6;stroke:#3a7d3a}svg .kind{fill:#fff4d9;stroke:#b07a00}svg .rule{fill:#e8eefc;stroke:#3558a8}
</style></head>
<body><h1>The grammar of rulebooks</h1>
<p>${words(preface)}</p>
<dl>${index.join('\n')}</dl>
<p>${words(reading)}</p>
${ruleGroups.map((group) => groupPart(group, trees)).join('\n')}
<p>${words(origin)}</p>
</body></html>
`;
}

function groupPart({ title, about, rules }: RuleGroup, trees: Map<string, Tree>): string {
  const parts = rules.map((note) => rulePart(note, trees.get(note.rule)!));
  return `<h2 id="${groupId(title)}">${title}</h2><p>${words(about)}</p>\n${parts.join('\n')}`;
}

function rulePart({ rule, says, like }: RuleNote, tree: Tree): string {
  const example = like === undefined ? '' : `<pre>${escaped(like)}</pre>`;
  return `<section id="${rule}"><h3>${ruleWords(rule)}</h3><p>${words(says)}</p>${example}<div>${railroad(tree)}</div></section>`;
}

function groupId(title: string): string {
  return `group-${title.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;
}

/** Text with `code`, *stress* and [links](…) as HTML. */
function words(text: string): string {
  return escaped(text)
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll(/\*([^*]+)\*/g, '<em>$1</em>')
    .replaceAll(/\[([^\]]+)\]\(([^)]+)\)/g, '<a href="$2">$1</a>');
}
