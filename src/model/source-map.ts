import { pointerSteps } from '../diagnostics/json-pointer.ts';
import type { Rulebook } from './rulebook.ts';
import type { Span } from '../diagnostics/index.ts';
import type { Place, Places } from './places.ts';

/** Where the parts of a rulebook stand in the file it was read from. */
export type SourceMap = {
  file: string;
  /** The text that offsets count in. */
  source: string;
  rulebook: Rulebook;
  places: Places;
  /** The stretches of the text that did not make it whole into the rulebook; absent where all of it did. */
  unread?: readonly Place[];
};

/**
 * The place of a node of the model, named by JSON pointer (`/sections/3/rules/1/everyone/left`, `''` for all). Where
 * the node itself has no place of its own, the place of what it is part of; undefined where there is none at all.
 */
export function spanOf(map: SourceMap, pointer: string): (Span & Place) | undefined {
  let node: unknown = map.rulebook;
  let place: Place | undefined = map.places.get(map.rulebook);
  for (const key of pointerSteps(pointer)) {
    if (typeof node !== 'object' || node === null) break;
    const child: unknown = (node as Record<string, unknown>)[key];
    const own = typeof child === 'object' && child !== null ? map.places.get(child) : undefined;
    place = own ?? map.places.get(node)?.parts?.[key] ?? place;
    node = child;
  }
  return place && { file: map.file, start: place.start, end: place.end };
}

/** Line and column of an offset, both from 1; the column counts UTF-16 units. */
export function lineAndColumn(source: string, offset: number): { line: number; column: number } {
  let line = 1;
  let from = 0;
  for (let next = source.indexOf('\n'); next >= 0 && next < offset; next = source.indexOf('\n', from)) {
    line++;
    from = next + 1;
  }
  return { line, column: offset - from + 1 };
}
