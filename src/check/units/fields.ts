import { editDistance, nearest } from '../../diagnostics/nearest.ts';
import { unitCodes } from './codes.ts';
import { reportUnknownUnit } from './infer-literal.ts';
import { isKnownCurrency, ownUnits, parseUnit, unitVocabulary } from './parse-unit.ts';
import type { World } from './world.ts';

const fieldUnits = ['text', 'date', 'yes/no', 'currency', 'currency per share', ...unitVocabulary];

/** Tells where a field, or the universe, is given a unit or currency that is none. */
export function checkFieldUnits(world: World): void {
  for (const versions of world.scope.fields.values())
    for (const { what, pointer } of versions) {
      if (what.unit === 'text' || what.unit === 'date' || what.unit === 'yes/no') continue;
      const parsed = parseUnit(what.unit, world.own);
      if ('unknown' in parsed) {
        reportUnknownUnit(parsed.unknown, `${pointer}/unit`, world);
        continue;
      }
      for (const word of ownUnits([what.unit])) {
        const close = isKnownCurrency(word, world.own) ? undefined : nearest(word, fieldUnits);
        if (close === undefined || editDistance(word, close) > 1) continue;
        world.report({
          code: unitCodes.unknownUnit,
          severity: 'error',
          message: `\`${word}\` is not a unit of the language, but very close to \`${close}\``,
          spans: [world.span(`${pointer}/unit`)],
          why: 'a misspelt unit would be a new unit that nothing can be compared with',
          help: `Did you mean \`${close}\`?`,
        });
      }
    }
}
