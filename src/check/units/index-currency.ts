import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { editDistance } from '../../diagnostics/nearest.ts';
import { unitCodes } from './codes.ts';
import { isKnownCurrency } from './parse-unit.ts';
import type { World } from './world.ts';

const none: ReadonlySet<string> = new Set();

/** Finds a currency of the index that is not written as one: `usd`. */
export function checkIndexCurrency(context: CheckContext): Diagnostic[] {
  return context.rulebook.sections.flatMap((s, i) => {
    if (s.section !== 'index' || s.currency === undefined || /^[A-Z]{3}$/.test(s.currency)) return [];
    const capitals = s.currency.toUpperCase();
    return [
      {
        code: unitCodes.unknownUnit,
        severity: 'error' as const,
        message: `\`${s.currency}\` is not written as a currency`,
        spans: [context.span(`/sections/${i}/currency`)],
        why: 'the code of a currency is three capital letters, as in ISO 4217',
        help: /^[A-Z]{3}$/.test(capitals) ? `Write \`${capitals}\`` : 'Write the code, such as `USD`',
      },
    ];
  });
}

/**
 * Tells, at the index, that its currency and that of amounts are two spellings of one; both are none of ISO 4217, so
 * that nothing else says which is right. Without a currency of the index a word is told at its first place alone. False
 * where it is still to be told.
 */
export function toldAtIndex(word: string, pointer: string, world: World): boolean {
  const { currency, currencyAt } = world.scope;
  if (currency === undefined || currencyAt === undefined) return !once(word, world);
  if (isKnownCurrency(currency, none)) return false;
  if (!/^[A-Z]{3}$/.test(word) || editDistance(word, currency) > 1) return false;
  const message = `the index is in \`${currency}\`, but amounts are in \`${word}\`, and neither is a currency of ISO 4217`;
  if (!once(message, world)) return true;
  world.report({
    code: unitCodes.unknownUnit,
    severity: 'error',
    message,
    spans: [world.span(currencyAt), world.span(pointer, `the first amount in \`${word}\``)],
    why: 'units say what may be compared and added',
    help: `Write one of them everywhere: \`currency ${word}\`, if the amounts are right`,
  });
  return true;
}

function once(what: string, { told }: World): boolean {
  if (told.has(what)) return false;
  told.add(what);
  return true;
}
