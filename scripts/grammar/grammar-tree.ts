import type { ISerializedGast } from 'chevrotain';
import { theChevrotainParser } from '../../src/syntax/parser/chevrotain-parser.ts';
import { allTokens } from '../../src/syntax/tokens/all.ts';
import { spellingsOf } from '../../src/syntax/tokens/kit.ts';

/** A rule of the grammar as a drawing needs it. */
export type Tree =
  | { kind: 'sequence' | 'choice'; of: Tree[] }
  | { kind: 'optional' | 'repeated'; of: Tree }
  | { kind: 'word' | 'kind' | 'rule'; text: string };

/** The names of rules and tokens are there, though the library's type leaves them out. */
type Node = ISerializedGast & { name?: string };

/** The parser's rules by name, in the order they are defined. */
export function grammarTrees(): Map<string, Tree> {
  return new Map(
    theChevrotainParser()
      .drawn()
      .map((rule: Node) => [rule.name!, sequence(rule.definition!)]),
  );
}

function sequence(parts: ISerializedGast[]): Tree {
  const of = parts.map(tree);
  return of.length === 1 ? of[0]! : { kind: 'sequence', of };
}

function tree(node: Node): Tree {
  const inner = node.definition ?? [];
  switch (node.type) {
    case 'NonTerminal':
      return { kind: 'rule', text: node.name! };
    case 'Terminal':
      return terminal(node.name!);
    case 'Alternation':
      return { kind: 'choice', of: inner.map(tree) };
    case 'Option':
      return { kind: 'optional', of: sequence(inner) };
    case 'Repetition':
      return { kind: 'repeated', of: sequence(inner) };
    default:
      return sequence(inner);
  }
}

function terminal(name: string): Tree {
  const type = allTokens.find((token) => token.name === name)!;
  const spellings = [...(spellingsOf(type)?.keys() ?? [])];
  const words: Tree[] = spellings.map((text) => ({ kind: 'word', text }));
  // A category stands for its members.
  const members = allTokens
    .filter((token) => token !== type && name !== 'Name' && token.CATEGORIES.includes(type))
    .map((token) => terminal(token.name));
  const all = [...words, ...members];
  if (name === 'Ordinal') return { kind: 'choice', of: [{ kind: 'kind', text: 'Ordinal' }, ...words] };
  if (all.length === 0) return { kind: 'kind', text: name };
  return all.length === 1 ? all[0]! : { kind: 'choice', of: all };
}
