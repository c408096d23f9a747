import type { Rulebook } from '../../model/rulebook.ts';
import type { Section } from '../../model/section.ts';
import { once } from '../support/once.ts';
import { domainWord } from './domain-word.ts';
import { limitSites } from './limit-sites.ts';
import { ruleSites } from './rule-sites.ts';
import type { Site } from './site.ts';
import { tierSites } from './tier-sites.ts';

/** Every place of a rulebook where an expression stands, in the order of the rulebook. */
export const sitesOf = once((rulebook: Rulebook): readonly Site[] =>
  rulebook.sections.flatMap((section, i) => sectionSites(section, `/sections/${i}`)),
);

function sectionSites(s: Section, at: string): Site[] {
  switch (s.section) {
    case 'index':
    case 'sources':
    case 'fields':
      return [];
    case 'universe':
      return [
        ...ruleSites(at, 'universe', 'line', (put) =>
          put('/where', s.where, 'the condition of the universe', 'yes/no', 'line'),
        ),
        ...(s.groups ?? []).flatMap((g, i) =>
          ruleSites(`${at}/groups/${i}`, g.name, 'line', (put) =>
            put('/by', { kind: 'name', name: g.by }, `the text that group \`${g.name}\` is made by`, 'text'),
          ),
        ),
      ];
    case 'measures':
      return s.measures.flatMap((m, i) =>
        ruleSites(`${at}/measures/${i}`, m.name, 'line', (put) => put('/value', m.value, 'the measure', 'anything')),
      );
    case 'rankings':
      return s.rankings.flatMap((r, i) => {
        const of = domainWord(r.of);
        return ruleSites(`${at}/rankings/${i}`, r.name, of, (put) => {
          put('/where', r.where, 'the condition of the ranking', 'yes/no', of);
          for (const [k, key] of r.keys.entries()) put(`/keys/${k}/value`, key.value, 'the key', 'sortable', of);
        });
      });
    case 'eligibility':
      return s.rules.flatMap((r, i) => {
        const of = domainWord(s.of);
        return ruleSites(`${at}/rules/${i}`, r.name, of, (put) => {
          put('/everyone', r.everyone, 'the condition', 'yes/no', of);
          put('/constituents', r.constituents, 'the condition for constituents', 'yes/no', of);
          put('/newcomers', r.newcomers, 'the condition for newcomers', 'yes/no', of);
        });
      });
    case 'selection':
      return s.tiers.flatMap((t, i) => tierSites(t, `${at}/tiers/${i}`, domainWord(s.of)));
    case 'weighting':
      return [
        ...ruleSites(at, 'weighting', 'line', (put) => put('/notional', s.notional, 'the notional', 'money', 'all')),
        ...s.rules.flatMap((r, i) => {
          const of = domainWord(r.of);
          return ruleSites(`${at}/rules/${i}`, r.name, of, (put) => {
            if (r.method === 'by') put('/value', r.value, 'what weights are in proportion to', 'basis', of);
            if (r.method === 'hold') put('/units', r.units, 'the units held', 'units', 'line');
            if (r.method !== 'hold')
              put('/splitBy', r.splitBy, "what a company's weight is split by", 'amount', 'line');
          });
        }),
      ];
    case 'limits':
      return s.rules.flatMap((r, i) => limitSites(r, `${at}/rules/${i}`, domainWord(s.of)));
    case 'schedule':
      return s.events.flatMap((e, i) =>
        ruleSites(`${at}/events/${i}`, e.name, 'line', (put) =>
          put('/when', e.when, 'the condition of the event', 'yes/no', 'all'),
        ),
      );
    case 'discretion':
      return s.rules.flatMap((r, i) =>
        ruleSites(`${at}/rules/${i}`, r.name, 'line', (put) =>
          put('/criteria', r.criteria, 'the criterion', 'yes/no', 'all'),
        ),
      );
    case 'maintenance':
      return s.rules.flatMap((r, i) =>
        ruleSites(`${at}/rules/${i}`, r.name, 'line', (put) => {
          for (const [k, effect] of r.effects.entries()) {
            const step = `/effects/${k}`;
            if (effect.effect === 'remove' && typeof effect.at === 'object')
              put(`${step}/at/price`, effect.at.price, 'the price', 'money', 'line');
            if (effect.effect === 'hold') put(`${step}/price`, effect.price, 'the price', 'money', 'line');
            if (effect.effect === 'update') put(`${step}/threshold`, effect.threshold, 'the threshold', 'ratio', 'all');
          }
        }),
      );
    case 'level':
      return s.variants.flatMap((v, i) =>
        v.kind === 'net'
          ? ruleSites(`${at}/variants/${i}`, 'level', 'line', (put) => put('/tax', v.tax, 'the tax rate', 'ratio'))
          : [],
      );
    default:
      return s satisfies never;
  }
}
