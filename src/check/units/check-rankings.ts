import type { CheckContext } from '../context.ts';
import { domainWord } from '../walk/domain-word.ts';
import type { Analysis } from './analysis.ts';
import { unitCodes } from './codes.ts';
import { compareSides, sideOf } from './infer-comparison.ts';

/**
 * Tells where rankings, selections and sets do not speak of the same things, and where a key lacks (or has) an order.
 */
export function checkRankings(context: CheckContext, { scope, sites, world }: Analysis): void {
  const at = new Map(sites.map((s) => [s.pointer, s]));
  for (const [i, s] of context.rulebook.sections.entries()) {
    const section = `/sections/${i}`;
    if (s.section === 'rankings')
      for (const [k, ranking] of s.rankings.entries())
        for (const [n, key] of ranking.keys.entries()) {
          const pointer = `${section}/rankings/${k}/keys/${n}`;
          const { type } = world.infer(key.value, `${pointer}/value`);
          if (type === 'unknown' || type === 'yes/no' || (type === 'text') === (key.order === undefined)) continue;
          world.report({
            code: unitCodes.keyOrder,
            severity: 'error',
            message:
              type === 'text'
                ? 'a text key goes alphabetically and takes no order'
                : `it is not said which way the key of \`${ranking.name}\` goes`,
            spans: [world.span(pointer)],
            why:
              type === 'text'
                ? 'a text is neither large nor small'
                : 'the largest first and the smallest first are different rankings',
            help: type === 'text' ? 'Leave the order out' : 'Add `, largest first` or `, smallest first`',
          });
        }
    if (s.section !== 'selection') continue;
    const of = domainWord(s.of);
    const others = [
      [s.rankedBy, 'ranking', scope.rankings, '/rankedBy'],
      [s.candidates, 'set', scope.sets, '/candidates'],
    ] as const;
    for (const [name, kind, declared, step] of others) {
      const other = name === undefined ? undefined : declared.get(name)?.[0];
      if (other === undefined || other.what.of === of) continue;
      world.report({
        code: unitCodes.otherDomain,
        severity: 'error',
        message: `the selection is of ${plural(of)}, but the ${kind} \`${name}\` is of ${plural(other.what.of)}`,
        spans: [world.span(`${section}${step}`), world.span(other.pointer, `of ${plural(other.what.of)}`)],
        why: 'what is selected has to be what was ranked',
        help: `Name a ${kind} of ${plural(of)}`,
      });
    }
    for (const [k, tier] of s.tiers.entries()) {
      if (tier.reach === undefined) continue;
      const pointer = `${section}/tiers/${k}/reach`;
      const measure = at.get(`${pointer}/measure`);
      if (measure === undefined) continue;
      const left = sideOf(measure.expression, `${pointer}/measure`, world);
      const right = sideOf(tier.reach.target, `${pointer}/target`, world);
      if (left.typing.type === 'number' && right.typing.type === 'number') compareSides(left, right, true, world);
    }
  }
}

function plural(domain: string): string {
  return domain === 'company' ? 'companies' : `${domain}s`;
}
