import type { Rulebook } from '../model/rulebook.ts';
import { constantText } from './constant.ts';
import { decimalText } from './decimal-text.ts';
import { lowerAt } from './lower-at.ts';
import type { Lowering } from './lowering.ts';
import type { PlanLevel } from './plan.ts';
import { present } from './rule-head.ts';

/** Lowers how the level starts, which returns are published and how they are rounded. */
export function lowerLevel(rulebook: Rulebook, into: Lowering): PlanLevel {
  const at = rulebook.sections.findIndex((s) => s.section === 'level');
  const level = rulebook.sections[at];
  if (level?.section !== 'level') throw new Error('the level was not checked');
  return {
    base: { value: decimalText(level.base.value), date: level.base.date },
    variants: level.variants.map((variant, i) => {
      if (variant.kind !== 'net') return { kind: variant.kind };
      const tax = constantText(lowerAt(`/sections/${at}/variants/${i}/tax`, into));
      if (tax === undefined) throw new Error('the tax rate was not checked');
      return { kind: 'net', tax };
    }),
    roundLevel: level.roundLevel,
    ...present({
      roundDivisor: level.roundDivisor,
      divisor: level.divisor === undefined ? undefined : decimalText(level.divisor),
    }),
  };
}
