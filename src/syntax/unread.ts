import type { Statement } from './outline.ts';
import type { Place } from '../model/places.ts';

/**
 * The stretches of a text that did not make it whole into the rulebook: each sentence in which one of the mistakes
 * begins, with what stands under it; of a section its line, and all of it where it was not kept.
 */
export function unreadStretches(
  sections: readonly Statement[],
  mistakes: readonly number[],
  kept: ReadonlySet<Statement>,
): Place[] {
  const broken = ({ start, end }: Place) => mistakes.some((at) => at >= start && at < end);
  const under = (statement: Statement): Place[] => {
    if (broken(ownPlace(statement))) return [wholePlace(statement)];
    return statement.children.flatMap(under);
  };
  if (mistakes.length === 0) return [];
  return sections.flatMap((section) => {
    if (!kept.has(section)) return broken(wholePlace(section)) ? [wholePlace(section)] : [];
    return [...(broken(ownPlace(section)) ? [ownPlace(section)] : []), ...section.children.flatMap(under)];
  });
}

function ownPlace({ tokens }: Statement): Place {
  return { start: tokens[0]!.startOffset, end: tokens.at(-1)!.endOffset + 1 };
}

function wholePlace(statement: Statement): Place {
  const last = statement.children.at(-1);
  return { start: ownPlace(statement).start, end: (last === undefined ? ownPlace(statement) : wholePlace(last)).end };
}
