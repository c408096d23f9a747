import { attributes, builtInSets } from '../../src/check/names/scope.ts';
import { scales } from '../../src/check/support/literal.ts';
import { parseUnit, unitVocabulary } from '../../src/check/units/parse-unit.ts';
import {
  ACTION_KINDS,
  ACTION_WORDS,
  DECISION_ACTIONS,
  LEVEL_VARIANTS,
  SHARE_COUNT_FIELD,
} from '../../src/market/index.ts';
import { ACTION_TERMS } from '../../src/market/read-actions.ts';
import { allTokens } from '../../src/syntax/tokens/all.ts';
import { FunctionName } from '../../src/syntax/tokens/expression.ts';
import { isReserved } from '../../src/syntax/tokens/is-reserved.ts';
import { spellingsOf } from '../../src/syntax/tokens/kit.ts';
import { Occasion } from '../../src/syntax/tokens/maintenance.ts';

/** The words of the language as data, for programs that show, colour or complete rulebooks. */
export function vocabulary(): object {
  const spellings = allTokens.flatMap((type) => [...(spellingsOf(type)?.keys() ?? [])]);
  const lettered = [...new Set(spellings)].filter((spelling) => /^[a-z]/.test(spelling)).sort();
  const actions: string[] = ACTION_KINDS.map((kind) => ACTION_WORDS[kind]);
  return {
    vocabulary: 1,
    about: 'The words of the language. Made from the sources by `npm run grammar`.',
    reservedWords: lettered.filter((spelling) => !spelling.includes(' ') && isReserved(spelling)),
    softWords: lettered.filter((spelling) => !spelling.includes(' ') && !isReserved(spelling)),
    phrases: lettered.filter((spelling) => spelling.includes(' ')),
    signs: [...new Set(spellings)].filter((spelling) => !/^[a-z]/.test(spelling)).sort(),
    functions: [...(spellingsOf(FunctionName)?.keys() ?? [])],
    units: {
      about:
        'Beside these: codes of ISO 4217, units that fields of a rulebook bring in, and quotients of two with `per`.',
      words: Object.fromEntries(unitVocabulary.filter((word) => word !== 'per').map((word) => [word, unitOf(word)])),
      scales: { ...scales },
      fieldTypes: ['text', 'date', 'yes/no', 'number', 'ratio'],
    },
    standardWords: {
      domains: ['line', 'company', 'all', 'market'],
      attributes: [...attributes],
      sets: [...builtInSets],
      dates: {
        reference: 'values are read as of it',
        announce: 'nothing later is known',
        effective: 'the basket counts from it',
      },
      fields: {
        close: 'of line, money per share: levels and index shares are made with it',
        [SHARE_COUNT_FIELD]: 'of line, shares: share changes that give only the new count are measured by it',
      },
    },
    corporateActions: Object.fromEntries(
      ACTION_KINDS.map((kind) => [kind, { words: ACTION_WORDS[kind], terms: ACTION_TERMS[kind] }]),
    ),
    occasions: {
      ofActions: [...(spellingsOf(Occasion)?.keys() ?? [])].filter((words) => actions.includes(words)),
      others: [...(spellingsOf(Occasion)?.keys() ?? [])].filter((words) => !actions.includes(words)),
    },
    decisions: [...DECISION_ACTIONS],
    levels: [...LEVEL_VARIANTS],
  };
}

/** What one of a unit is, in the base unit it is counted in. */
function unitOf(word: string): object {
  const parsed = parseUnit(word, new Set());
  if ('unknown' in parsed) throw new Error(`${word} is no unit`);
  const [base] = parsed.unit.powers.keys();
  return base === undefined
    ? { reading: [...parsed.unit.readings][0], ...(parsed.hundredths === true ? { factor: '0.01' } : {}) }
    : { base, factor: parsed.factor };
}
