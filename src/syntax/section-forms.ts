import type { Grammar } from './parser/grammar.ts';
import type { SectionKeyword } from './tokens/section.ts';

type RuleName = keyof Grammar;

/** How lines under a section or rule are read, and where they go; without `list` each says one thing of its owner. */
export type ItemForm = { rule: RuleName; list?: string; children?: ItemForm };
/** How a section is read. `bare`: its line is the one word, so nothing is lost where that word is misspelt. */
export type SectionForm = { item: ItemForm; list?: string; bare?: true };

/** The structure of rulebooks above sentences: which sentences stand under which. */
export const sectionForms: Record<SectionKeyword, SectionForm> = {
  index: { item: { rule: 'indexLine' } },
  sources: { item: { rule: 'source', children: { rule: 'clause', list: 'clauses' } }, list: 'sources', bare: true },
  fields: { item: { rule: 'field' }, list: 'fields', bare: true },
  universe: { item: { rule: 'universeLine' }, bare: true },
  measures: { item: { rule: 'measure' }, list: 'measures', bare: true },
  rankings: { item: { rule: 'ranking' }, list: 'rankings', bare: true },
  eligibility: { item: { rule: 'screen' }, list: 'rules' },
  selection: { item: { rule: 'tier' }, list: 'tiers' },
  weighting: { item: { rule: 'weight' }, list: 'rules' },
  limits: { item: { rule: 'limit' }, list: 'rules' },
  schedule: { item: { rule: 'event', children: { rule: 'eventDate', list: 'dates' } }, list: 'events', bare: true },
  discretion: { item: { rule: 'discretion' }, list: 'rules', bare: true },
  maintenance: { item: { rule: 'policy' }, list: 'rules', bare: true },
  level: { item: { rule: 'levelLine' }, bare: true },
};

/** Lines that a section cannot be without. `words`: how a line begins that tries to say it. */
export const requiredLines: Partial<
  Record<SectionKeyword, { key: string; words: string[]; what: string; like: string }[]>
> = {
  level: [
    { key: 'base', words: ['base'], what: 'its base', like: 'base 100 on 2020-01-02' },
    { key: 'variants', words: ['returns'], what: 'its returns', like: 'returns price, total' },
    {
      key: 'roundLevel',
      words: ['round'],
      what: 'how the level is rounded',
      like: 'round level to 2 decimals half up',
    },
  ],
};
