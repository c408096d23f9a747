import { depthProblem } from './depth.ts';
import { explainMistake } from './explain-mistake.ts';
import { theChevrotainParser } from './parser/chevrotain-parser.ts';
import type { Grammar } from './parser/grammar.ts';
import { theQuickReader } from './parser/quick-reader.ts';
import type { Places } from '../model/places.ts';
import type { Report } from './report.ts';
import type { Token } from './scan.ts';
import type { SentenceForm } from './sentence-forms.ts';

export type Sentences = {
  /** Parses a sentence by a rule of the grammar. `whole` is false where it was read only in part. */
  parse<R extends keyof Grammar>(
    rule: R,
    tokens: Token[],
    form?: SentenceForm,
  ): { value: ReturnType<Grammar[R]>; whole: boolean } | undefined;
};

/** Reads sentences, noting places and findings. Of a sentence with a mistake the first mistake is reported. */
export function sentences(places: Places, report: Report): Sentences {
  const notes = { places, report };
  return {
    parse(rule, tokens, form = rule as SentenceForm) {
      if (depthProblem(tokens, report)) return undefined;
      const quick = theQuickReader()(rule, tokens, notes);
      if (quick !== undefined) return { value: quick.value, whole: true };
      try {
        const { value, mistakes } = theChevrotainParser().read(rule, tokens, notes);
        const mistake = mistakes[0];
        if (mistake === undefined) return { value: value!, whole: true };
        explainMistake(mistake, tokens, form, report);
        return value === undefined ? undefined : { value, whole: false };
      } catch (error) {
        // A caller that has used up most of the stack already leaves less than the checked depth.
        if (!(error instanceof RangeError)) throw error;
        report('tooDeep', tokens[0]!.startOffset, tokens.at(-1)!.endOffset + 1, 'this sentence is nested too deeply');
        return undefined;
      }
    },
  };
}
