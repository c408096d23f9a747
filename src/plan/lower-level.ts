import type { Rulebook } from '../model/rulebook.ts';
import { constantText } from './constant.ts';
import { decimalText } from './decimal-text.ts';
import { lowerAt } from './lower-at.ts';
import type { Lowering } from './lowering.ts';
import type { PlanLevel, PlanLevelVersion } from './plan.ts';
import { present, ruleHead } from './rule-head.ts';

/** Lowers how the level starts, which returns are published and how they are rounded, with all versions. */
export function lowerLevel(rulebook: Rulebook, into: Lowering): PlanLevel {
  const sections = rulebook.sections.flatMap((s, i) => (s.section === 'level' ? [{ s, at: `/sections/${i}` }] : []));
  const first = sections[0]?.s;
  if (first === undefined) throw new Error('the level was not checked');
  return {
    base: { value: decimalText(first.base.value), date: first.base.date },
    ...present({ divisor: first.divisor === undefined ? undefined : decimalText(first.divisor) }),
    versions: sections.map(
      ({ s, at }): PlanLevelVersion => ({
        ...ruleHead({ name: 'level' }, s, at),
        variants: s.variants.map((variant, i) => {
          if (variant.kind !== 'net') return { kind: variant.kind };
          const tax = constantText(lowerAt(`${at}/variants/${i}/tax`, into));
          if (tax === undefined) throw new Error('the tax rate was not checked');
          return { kind: 'net', tax };
        }),
        roundLevel: s.roundLevel,
        ...present({ roundDivisor: s.roundDivisor }),
      }),
    ),
  };
}
