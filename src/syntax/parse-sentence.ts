import type { IToken } from 'chevrotain';
import { depthProblem } from './depth.ts';
import { explainMistake } from './explain-mistake.ts';
import { theParser } from './parser/rulebook-parser.ts';
import type { RulebookParser } from './parser/rulebook-parser.ts';
import type { Places } from './places.ts';
import type { Report } from './report.ts';
import type { Token } from './scan.ts';
import { type SentenceForm, sentenceForms } from './sentence-forms.ts';

type Rules = RulebookParser['rules'];
export type Sentences = {
  /** Parses a sentence by a rule of the grammar. `whole` is false where it was read only in part. */
  parse<R extends keyof Rules>(
    rule: R,
    tokens: Token[],
    form?: SentenceForm,
  ): { value: ReturnType<Rules[R]>; whole: boolean } | undefined;
};

/** Reads sentences, noting places and findings. Of a sentence with a mistake the first mistake is reported. */
export function sentences(places: Places, report: Report): Sentences {
  return {
    parse(rule, tokens, form = rule as SentenceForm) {
      if (depthProblem(tokens, report)) return undefined;
      const parser = theParser();
      parser.places = places;
      parser.report = report;
      parser.input = tokens as IToken[];
      let value: ReturnType<Rules[typeof rule]> | undefined;
      try {
        value = (parser.rules[rule] as () => unknown).call(parser) as ReturnType<Rules[typeof rule]> | undefined;
      } catch (error) {
        // A caller that has used up most of the stack already leaves less than the checked depth.
        if (!(error instanceof RangeError)) throw error;
        report('tooDeep', tokens[0]!.startOffset, tokens.at(-1)!.endOffset! + 1, 'this sentence is nested too deeply');
        return undefined;
      }
      const mistake = parser.errors[0];
      if (mistake === undefined) return { value: value!, whole: true };
      explainMistake(mistake, tokens, sentenceForms[form], report);
      return value === undefined ? undefined : { value, whole: false };
    },
  };
}
