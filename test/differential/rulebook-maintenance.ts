import type { Expression } from '../../src/model/index.ts';
import type { Occasion, PolicyEffect, PolicyRule } from '../../src/model/policy.ts';
import type { Words } from './rulebook-words.ts';

/** Policies for all occasions but a few that are left out now and then. */
export function policies(w: Words): PolicyRule[] {
  const { r } = w;
  const price: Expression = {
    kind: 'number',
    value: r.pick(['0', '0.5', '12', '0.00001']),
    unit: `${w.currency} per share`,
  };
  const adjust = (): PolicyEffect => ({ effect: r.pick(['adjust shares', 'adjust divisor'] as const) });
  const ignore: PolicyEffect = { effect: 'ignore' };
  const replacing = (): PolicyEffect => ({
    effect: 'replace',
    by: r.pick([
      'highest ranked newcomer',
      'highest ranked newcomer',
      'nobody',
      'entrant takes weight of leaver',
    ] as const),
  });
  const replace = (): PolicyEffect[] => (r.chance(0.5) ? [replacing()] : []);
  const remove = (): PolicyEffect => ({ effect: 'remove', at: r.pick(['last price', 'terms', { price }] as const) });
  const told: [Occasion, () => PolicyEffect[]][] = [
    ['split', () => [r.chance(0.9) ? adjust() : ignore]],
    ['stock dividend', () => [r.chance(0.9) ? adjust() : ignore]],
    ['cash dividend', () => [r.pick<PolicyEffect>([{ effect: 'reinvest' }, { effect: 'reinvest' }, ignore, adjust()])]],
    ['special dividend', () => [r.pick<PolicyEffect>([adjust(), adjust(), { effect: 'reinvest' }, ignore])]],
    ['rights', () => [r.pick<PolicyEffect>([adjust(), adjust(), ignore])]],
    [
      'spin-off',
      () => [
        r.pick<PolicyEffect>([adjust(), { effect: 'add child', untilNextReview: r.chance(0.5) }, ignore, remove()]),
      ],
    ],
    [
      'share change',
      () => [
        r.chance(0.7)
          ? {
              effect: 'update',
              when: 'at once',
              ...(r.chance(0.5) ? { threshold: { kind: 'number', value: '10', unit: '%' } } : {}),
            }
          : { effect: 'update', when: 'next review' },
      ],
    ],
    ['cash merger', () => [remove(), ...replace()]],
    ['stock merger', () => [r.chance(0.6) ? { effect: 'convert' } : remove(), ...replace()]],
    ['delisting', () => [remove(), ...replace()]],
    ['suspension', () => [r.chance(0.4) ? { effect: 'hold' } : { effect: 'hold', removeAfter: r.int(1, 6), price }]],
    ['symbol change', () => (r.chance(0.5) ? [{ effect: 'follow' }] : [])],
    ['deletion', () => (r.chance(0.6) ? [replacing()] : [])],
    ['parent change', () => (r.chance(0.15) ? [r.chance(0.5) ? { effect: 'follow' } : replacing()] : [])],
  ];
  const missing = r.chance(0.15) ? r.pick(told)[0] : undefined;
  return told.flatMap(([on, effects]): PolicyRule[] => {
    const all = on === missing ? [] : effects();
    return all.length === 0 ? [] : [{ name: on.replace(/\W/g, '_'), on, effects: all }];
  });
}
