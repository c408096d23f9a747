import type { SourceMap } from '../../model/index.ts';
import { formatText, readRulebook } from '../../syntax/index.ts';
import type { Compiled } from './compile-rulebook.ts';

/**
 * The text form of a rulebook with its places: the file itself, or for the data form what `convert --to text` gives.
 */
export function textForm({ file, rulebook, sourceMap }: Compiled): SourceMap {
  if (!/\.(ya?ml|json)$/i.test(file) && !sourceMap.source.trimStart().startsWith('{')) return sourceMap;
  return readRulebook(formatText(rulebook), `${file}.rulebook`).sourceMap;
}
