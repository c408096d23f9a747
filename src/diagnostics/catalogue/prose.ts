import type { CatalogueEntry } from './entry.ts';

const fields = 'fields\n  close of line: USD per share\n\n';
const sources = 'sources\n  methodology = "Methodology", "Publisher", "2024"\n    clause "Price"\n\n';
const rule = '  price: require close >= 5 USD per share\n';
const screens = (under: string) => `${sources}${fields}eligibility of lines\n${rule}${under}`;
const said = '    en "At least five dollars."\n';
const cited = '    cite methodology "Price"\n';

/** Findings about prose and sources. */
export const proseCatalogue: readonly CatalogueEntry[] = [
  {
    code: 'RB6001',
    title: 'a rule without prose',
    why: 'A rule that is not said in words can be followed by its author only; the methodology document is made of this prose.',
    help: 'Add a line such as `en "…"` under the rule, or under its section where one sentence covers all of it.',
    failing: screens(cited),
    passing: screens(said + cited),
  },
  {
    code: 'RB6002',
    title: 'a rule without a source',
    why: 'Whoever checks the rulebook against the published methodology must be able to find what each rule rests on.',
    help: 'Add a line such as `cite methodology "Security types"` under the rule or its section.',
    failing: screens(said),
    passing: screens(said + cited),
  },
  {
    code: 'RB6003',
    title: 'a clause without a rule',
    why: 'A clause that no rule implements is a part of the methodology that the index does not follow.',
    help: 'Write the rule and cite the clause under it, or take the clause off the list if it asks for nothing.',
    failing: screens(said),
    passing: screens(said + cited),
  },
  {
    code: 'RB6004',
    title: 'prose that is missing in one of the languages',
    why: 'Other rules are said in that language, so the methodology document in it would have holes.',
    help: 'Add the sentence in that language under the rule.',
    failing: `${screens(`${said}    ja "5ドル以上。"\n${cited}`)}  cheap: require close < 500 USD per share\n${said}${cited}`,
    passing: `${screens(`${said}    ja "5ドル以上。"\n${cited}`)}  cheap: require close < 500 USD per share\n${said}    ja "500ドル未満。"\n${cited}`,
  },
  {
    code: 'RB6005',
    title: 'a citation of a clause that the source does not have',
    why: 'Nobody can look up what the rule rests on.',
    help: 'Take the suggested clause if it was a slip; otherwise add the clause under the source.',
    failing: screens(`${said}    cite methodology "Prices"\n`),
    passing: screens(said + cited),
  },
  {
    code: 'RB6006',
    title: 'empty prose',
    why: 'An empty sentence looks like prose and tells nobody anything.',
    help: 'Say the rule in one sentence, or take the line away.',
    failing: screens(`    en " "\n${cited}`),
    passing: screens(said + cited),
  },
  {
    code: 'RB6007',
    title: 'prose in a language that there is not',
    why: 'The methodology document in a language is made of the prose in it, by its code of ISO 639.',
    help: 'Write the code of the language: `en` for English, `ja` for Japanese.',
    failing: screens(`${said}    jp "5ドル以上。"\n${cited}`),
    passing: screens(`${said}    ja "5ドル以上。"\n${cited}`),
  },
];
