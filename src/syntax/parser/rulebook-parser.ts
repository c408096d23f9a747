import {
  EmbeddedActionsParser,
  type IParserErrorMessageProvider,
  type IToken,
  type ParserMethod,
  type TokenType,
} from 'chevrotain';
import type { Places } from '../places.ts';
import type { Report } from '../report.ts';
import type { Token } from '../scan.ts';
import { allTokens } from '../tokens/all.ts';
import { commonRules } from './common-rules.ts';
import { dateRules } from './date-rules.ts';
import type { Dsl } from './dsl.ts';
import { expressionRules } from './expression-rules.ts';
import { knownLookahead } from './known-lookahead.ts';
import { limitRules } from './limit-rules.ts';
import { type LookaheadTable, notingStrategy, useLookahead } from './lookahead.ts';
import { policyRules } from './policy-rules.ts';
import { scheduleRules } from './schedule-rules.ts';
import { sectionRules } from './section-rules.ts';
import { selectionRules } from './selection-rules.ts';

const maxLookahead = 3;

/**
 * The parser of sentences. Sentences are parsed one by one, each from a rule of its own, so that a mistake never reaches beyond
 * its sentence; that is why Chevrotain's own recovery, which repairs by guessing, stays off.
 * The one class of the project, since Chevrotain's methods are for subclasses only.
 */
export class RulebookParser extends EmbeddedActionsParser {
  readonly rules: ReturnType<typeof allRules>;
  /** Where the nodes made so far stand. */
  places: Places = new WeakMap();
  /** Takes what is found wrong while parsing. */
  report: Report = () => {};

  /**
   * `validated`: the grammar itself is looked through for ambiguities, which takes longer than reading a rulebook; a test does it.
   * `known`: what to look ahead to, worked out beforehand; such a parser is made quickly, and throws {@link unforeseen} where it
   * can not go on. `noted`: takes what another parser may know.
   */
  constructor({
    validated = false,
    known,
    noted,
  }: { validated?: boolean; known?: LookaheadTable; noted?: LookaheadTable } = {}) {
    super(allTokens, {
      maxLookahead,
      recoveryEnabled: false,
      skipValidations: !validated,
      errorMessageProvider: expectedTokens,
      ...(noted === undefined ? {} : { lookaheadStrategy: notingStrategy(noted, maxLookahead) }),
    });
    this.rules = allRules(this.dsl());
    if (known === undefined) this.performSelfAnalysis();
    else useLookahead(this, known, (count) => this.LA(count));
  }

  private dsl(): Dsl {
    const method = <T>(rule: unknown) => rule as ParserMethod<[], T>;
    return {
      rule: (name, implementation) => this.RULE(name, implementation) as never,
      consume: (index, type) => {
        const token = this.consume(index, type) as Token;
        // While the grammar is recorded tokens have no payload, and rules need not know that.
        return this.RECORDING_PHASE ? { ...token, payload: '' } : token;
      },
      subrule: (index, rule) => this.subrule(index, method(rule)) as never,
      option: (index, definition) => this.option(index, definition as never) as never,
      or: (index, alternatives) => this.or(index, alternatives as never) as never,
      many: (index, definition) => this.many(index, definition as never),
      ahead: (count) => this.LA(count),
      start: () => this.LA(1).startOffset,
      node: (start, value, parts) => {
        if (this.RECORDING_PHASE) return value;
        const place: { start: number; end: number; parts?: Record<string, { start: number; end: number }> } = {
          start,
          end: Math.max(start, endOf(this.LA(0))),
        };
        if (parts !== undefined) {
          place.parts = {};
          for (const key in parts) {
            const token = parts[key];
            if (token !== undefined) place.parts[key] = { start: token.startOffset, end: endOf(token) };
          }
        }
        this.places.set(value, place);
        return value;
      },
      complain: (token, message) => {
        if (!this.RECORDING_PHASE) this.report('unreadableSentence', token.startOffset, endOf(token), message);
      },
      whole: (token) => {
        if (this.RECORDING_PHASE) return 1;
        const number = Number(token.payload);
        if (!Number.isSafeInteger(number)) {
          this.report(
            'notWhole',
            token.startOffset,
            endOf(token),
            `\`${token.image}\` is not a whole number${Number.isInteger(number) ? ' that one can count to' : ''}`,
          );
          return 1;
        }
        return number;
      },
    };
  }
}

/**
 * Carries, in place of messages, the names of the tokens that could have stood there; the sentence about it is put together
 * elsewhere, in the author's terms.
 */
const expectedTokens: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) => firstNames(expectedPathsPerAlt.flat()),
  buildEarlyExitMessage: ({ expectedIterationPaths }) => firstNames(expectedIterationPaths),
};

function firstNames(paths: TokenType[][]): string {
  return [...new Set(paths.flatMap((path) => path[0]?.name ?? []))].join(' ');
}

function endOf(token: IToken): number {
  return (token.endOffset ?? token.startOffset) + 1;
}

function allRules($: Dsl) {
  const common = commonRules($);
  const expressions = expressionRules($);
  const sections = sectionRules($, common, expressions);
  const dates = dateRules($, common);
  return {
    ...common,
    ...expressions,
    ...sections,
    ...dates,
    ...selectionRules($, common, expressions, sections.domain),
    ...limitRules($, common, expressions),
    ...scheduleRules($, common, expressions, dates.dateRule),
    ...policyRules($, common, expressions),
  };
}

let made: RulebookParser | undefined;
let quick: RulebookParser | undefined;

/** The parser, made when first needed: making it takes longer than reading most rulebooks. */
export function theParser(): RulebookParser {
  made ??= new RulebookParser();
  return made;
}

/** A parser for sentences without mistakes, where there is one. */
export function quickParser(): RulebookParser | undefined {
  if (knownLookahead !== undefined) quick ??= new RulebookParser({ known: knownLookahead });
  return quick;
}

/** What the choices of the grammar look ahead to. */
export function lookaheadTable(): LookaheadTable {
  const table: LookaheadTable = {};
  new RulebookParser({ noted: table });
  return table;
}
