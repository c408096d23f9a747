import type {
  EmbeddedActionsParser,
  ILookaheadStrategy,
  IParserErrorMessageProvider,
  IRecognitionException,
  ISerializedGast,
  TokenType,
} from 'chevrotain';
import { chevrotain } from '../packages.ts';
import type { Token } from '../scan.ts';
import { allTokens } from '../tokens/all.ts';
import type { Dsl } from './dsl.ts';
import { type Grammar, grammar } from './grammar.ts';
import { type Notes, noting } from './nodes.ts';

export const maxLookahead = 3;

/** A reader of sentences that can say what is wrong with one; making it takes longer than reading most rulebooks. */
export type ChevrotainParser = {
  rules: (keyof Grammar)[];
  /** What was read, as far as it was, and the mistakes found. */
  read<R extends keyof Grammar>(
    rule: R,
    tokens: Token[],
    notes: Notes,
  ): { value: ReturnType<Grammar[R]> | undefined; mistakes: IRecognitionException[] };
  /** The rules as data, to draw them. */
  drawn(): ISerializedGast[];
};

/** What Chevrotain means for subclasses only; the tokens are those it was given. */
type Inside = {
  RECORDING_PHASE: boolean;
  RULE: (name: string, implementation: () => unknown) => unknown;
  consume: (index: number, type: TokenType) => Token;
  subrule: (index: number, rule: unknown) => unknown;
  option: (index: number, definition: unknown) => unknown;
  or: (index: number, alternatives: unknown) => unknown;
  many: (index: number, definition: unknown) => void;
  LA: (count: number) => Token;
  performSelfAnalysis: () => void;
};

/**
 * Makes a parser by Chevrotain. Sentences are parsed one by one, each from a rule of its own, so that a mistake never
 * reaches beyond its sentence; that is why Chevrotain's own recovery, which repairs by guessing, stays off.
 *
 * `validated`: the grammar itself is looked through for ambiguities, which takes longer than reading a rulebook; a test
 * does it.
 * `lookahead`: a way to look ahead in place of Chevrotain's own.
 */
export function chevrotainParser({
  validated = false,
  lookahead,
}: {
  validated?: boolean;
  lookahead?: ILookaheadStrategy;
} = {}): ChevrotainParser {
  const parser: EmbeddedActionsParser = new (chevrotain().EmbeddedActionsParser)(allTokens, {
    maxLookahead,
    recoveryEnabled: false,
    skipValidations: !validated,
    errorMessageProvider: expectedTokens,
    ...(lookahead === undefined ? {} : { lookaheadStrategy: lookahead }),
  });
  const inside = parser as unknown as Inside;
  const notes: Notes = { places: new Map(), report: () => {} };
  const rules = grammar(dsl(inside, notes));
  inside.performSelfAnalysis();
  return {
    rules: Object.keys(rules) as (keyof Grammar)[],
    read(rule, tokens, { places, report }) {
      notes.places = places;
      notes.report = report;
      // Chevrotain tells tokens by a number that it gives to their types.
      parser.input = tokens.map((token) =>
        Object.assign(token, { tokenTypeIdx: (token.tokenType as TokenType).tokenTypeIdx! }),
      );
      const value = (rules[rule] as () => unknown).call(parser);
      return { value: value as ReturnType<Grammar[typeof rule]> | undefined, mistakes: parser.errors };
    },
    drawn: () => parser.getSerializedGastProductions(),
  };
}

function dsl(parser: Inside, notes: Notes): Dsl {
  const noted = noting(notes, () => parser.LA(0));
  return {
    rule: (name, implementation) => parser.RULE(name, implementation) as never,
    consume: (index, type) => {
      const token = parser.consume(index, type);
      // While the grammar is recorded tokens have no payload, and rules need not know that.
      return parser.RECORDING_PHASE ? { ...token, payload: '' } : token;
    },
    subrule: (index, rule) => parser.subrule(index, rule) as never,
    option: (index, definition) => parser.option(index, definition) as never,
    or: (index, alternatives) => parser.or(index, alternatives) as never,
    many: (index, definition) => parser.many(index, definition),
    ahead: (count) => parser.LA(count),
    start: () => parser.LA(1).startOffset,
    node: (start, value, parts) => (parser.RECORDING_PHASE ? value : noted.node(start, value, parts)),
    whole: (token) => (parser.RECORDING_PHASE ? 1 : noted.whole(token)),
    complain: (token, message) => {
      if (!parser.RECORDING_PHASE) noted.complain(token, message);
    },
  };
}

/**
 * Carries, in place of messages, the names of the tokens that could have stood there; the sentence about it is put
 * together elsewhere, in the author's terms.
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

let made: ChevrotainParser | undefined;

/** The parser, made when first needed. */
export function theChevrotainParser(): ChevrotainParser {
  made ??= chevrotainParser();
  return made;
}
