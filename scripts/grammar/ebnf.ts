import type { Tree } from './grammar-tree.ts';

/** A rule in the notation of ISO 14977's cousins: `[optional]`, `{repeated}`, `"word"`, kinds of tokens in capitals. */
export function ebnf(tree: Tree, inSequence = false): string {
  switch (tree.kind) {
    case 'word':
      return `"${tree.text}"`;
    case 'kind':
      return tree.text.toUpperCase();
    case 'rule':
      return tree.text;
    case 'optional':
      return `[ ${ebnf(tree.of)} ]`;
    case 'repeated':
      return `{ ${ebnf(tree.of)} }`;
    case 'sequence':
      return tree.of.map((part) => ebnf(part, true)).join(' ');
    case 'choice': {
      const all = tree.of.map((part) => ebnf(part)).join(' | ');
      return inSequence ? `( ${all} )` : all;
    }
    default:
      return tree satisfies never;
  }
}
