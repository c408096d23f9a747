import type { IToken } from 'chevrotain';
import { depthProblem } from './depth.ts';
import { explainMistake } from './explain-mistake.ts';
import { unforeseen } from './parser/lookahead.ts';
import { quickParser, type RulebookParser, theParser } from './parser/rulebook-parser.ts';
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
      const quick = readQuickly(quickParser(), rule, tokens, places);
      if (quick !== undefined) {
        for (const finding of quick.findings) report(...finding);
        return { value: quick.value, whole: true };
      }
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

/**
 * Reads a sentence with a parser that can not say what is wrong with one. Undefined where there is none, or where the sentence has to
 * be read by the other.
 */
export function readQuickly<R extends keyof Rules>(
  parser: RulebookParser | undefined,
  rule: R,
  tokens: Token[],
  places: Places,
): { value: ReturnType<Rules[R]>; findings: Parameters<Report>[] } | undefined {
  if (parser === undefined) return undefined;
  const findings: Parameters<Report>[] = [];
  parser.places = places;
  parser.report = (...finding) => findings.push(finding);
  parser.input = tokens as IToken[];
  try {
    const value = (parser.rules[rule] as () => unknown).call(parser) as ReturnType<Rules[R]>;
    return parser.errors.length === 0 ? { value, findings } : undefined;
  } catch (error) {
    // What is too deep for one is too deep for the other, which tells it.
    if (error === unforeseen || error instanceof RangeError) return undefined;
    throw error;
  }
}
