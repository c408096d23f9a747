import type { SourceMap } from '../../model/index.ts';
import { formatText, formOf, readRulebook } from '../../syntax/index.ts';
import type { Compiled } from './compile-rulebook.ts';

/**
 * The text form of a rulebook with its places: the file itself, or for the data form what `convert --to text` gives.
 */
export function textForm({ file, rulebook, sourceMap }: Compiled): SourceMap {
  if (formOf(sourceMap.source, file) === 'text') return sourceMap;
  return readRulebook(formatText(rulebook), `${file}.rulebook`).sourceMap;
}
