import type { Expression } from '../../model/expression.ts';
import type { Wanted } from '../walk/site.ts';
import { unitCodes } from './codes.ts';
import { said } from './mismatch.ts';
import { originsOf } from './origins.ts';
import { ratioHelp } from './ratio-help.ts';
import { type Typing, unknown } from './typing.ts';
import { currenciesOf, isPlain } from './unit.ts';
import type { World } from './world.ts';

/** The role of the condition of an aggregate, which is one word or stands in parentheses. */
export const afterWhere = 'what follows `where`';

const wantedWords: Record<Wanted | 'date', string> = {
  'yes/no': 'a condition',
  amount: 'a number',
  basis: 'an amount',
  ratio: 'a ratio',
  count: 'a count',
  number: 'a number or a ratio',
  money: 'an amount of money',
  units: 'a number of units',
  text: 'text',
  date: 'a date',
  sortable: 'a number, a text or a date',
  anything: 'a value',
};

/** Finds out what an expression is and tells where that is not what its place needs; then it counts as unknown. */
export function need(e: Expression, pointer: string, wanted: Wanted | 'date', role: string, world: World): Typing {
  const typing = world.infer(e, pointer);
  const problem = misfit(typing, wanted);
  if (problem === undefined) return typing;
  const bareRatio = problem === 'unit' && wanted === 'ratio' && e.kind === 'number' && e.unit === undefined;
  const words = wantedWords[wanted];
  world.report({
    code: problem === 'type' ? unitCodes.wrongType : bareRatio ? unitCodes.bareNumber : unitCodes.unfitUnit,
    severity: 'error',
    message: `${role} must be ${words}, but ${said({ expression: e, pointer, typing }, 'this')}`,
    spans: [
      world.span(pointer, said({ expression: e, pointer, typing }, 'this')),
      ...originsOf(e, world.scope, world.span),
    ],
    why: whyWanted[wanted],
    help: bareRatio
      ? ratioHelp(e)
      : wanted === 'yes/no'
        ? role === afterWhere
          ? 'Put the whole condition in parentheses: `where (… >= …)`'
          : 'Compare it with something, for example with `>=` or `is`'
        : `Put ${words} here`,
  });
  return unknown;
}

const whyWanted: Record<Wanted | 'date', string> = {
  'yes/no': 'it is asked whether it holds',
  amount: 'it is counted with',
  basis: 'weights are shared out in proportion to it',
  ratio: 'weights are parts of a whole',
  count: 'securities are counted in whole numbers',
  number: 'it multiplies or counts',
  money: 'it is an amount of money in the accounts of the index',
  units: 'it says how many of each line are held',
  text: 'groups are named by it',
  date: 'time is counted from it',
  sortable: 'securities are put in order by it',
  anything: 'it is used as a value',
};

function misfit(typing: Typing, wanted: Wanted | 'date'): 'type' | 'unit' | undefined {
  if (typing.type === 'unknown' || wanted === 'anything') return undefined;
  if (wanted === 'yes/no' || wanted === 'text' || wanted === 'date') return typing.type === wanted ? undefined : 'type';
  if (wanted === 'sortable') return typing.type === 'yes/no' ? 'type' : undefined;
  if (typing.type !== 'number') return 'type';
  const { unit } = typing;
  switch (wanted) {
    case 'amount':
    case 'basis':
      return undefined;
    case 'ratio':
      return unit.zero || unit.readings.has('ratio') ? undefined : 'unit';
    case 'count':
      return unit.readings.has('number') ? undefined : 'unit';
    case 'number':
      return unit.readings.has('number') || unit.readings.has('ratio') ? undefined : 'unit';
    case 'money':
      return unit.zero || currenciesOf(unit).length === 1 ? undefined : 'unit';
    case 'units':
      return isPlain(unit) || (unit.powers.size === 1 && unit.powers.get('share') === 1) ? undefined : 'unit';
    default:
      return wanted satisfies never;
  }
}
