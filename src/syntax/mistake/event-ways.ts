import { monthNames } from '../../calendar/index.ts';
import type { UsualWay } from './usual-ways.ts';

const someMonths = /(?:,? (?:in|each|every)? ?(?<months>[a-z]{3,9}(?:(?:,? and |, ?| )[a-z]{3,9})*))?/.source;

/** How often an event comes round, said in a word; and months that are joined as in prose. */
export const eventWays: readonly UsualWay[] = [
  often('quarterly|every quarter|each quarter|every (?:3|three) months', 'March, June, September, December', 'months'),
  often(
    'semi-?annual(?:ly)?|half-?yearly|bi-?annual(?:ly)?|twice (?:a|per) year|every (?:6|six) months|every half year',
    'June, December',
    'two months',
  ),
  often('annual(?:ly)?|yearly|every year|each year|once (?:a|per) year|every (?:12|twelve) months', 'March', 'month'),
  {
    looks: /^in (?<months>[a-z]+(?:(?:, | )[a-z]+)*,? (?<here>and|&|or) [a-z]+)/i,
    says: (found) => `\`${found.groups!.here}\` cannot stand between months: a comma separates them`,
    write: (found) => `Write \`in ${months(found.groups!.months)}\``,
  },
  {
    looks: /^(?:every|each) (?<months>[a-z]+(?:(?:,? and |, )[a-z]+)*)$/i,
    write: (found) => `Write \`in ${months(found.groups!.months) || 'March'}\``,
  },
];

function often(words: string, usually: string, what: string): UsualWay {
  return {
    looks: new RegExp(`^(?<here>${words})\\b${someMonths}`, 'i'),
    says: ({ groups }) =>
      months(groups!.months) === ''
        ? `\`${groups!.here}\` does not say in which ${what === 'month' ? 'month' : 'months'}`
        : `\`${groups!.here}\` cannot stand here: the months themselves say how often`,
    write: (found) => {
      const named = months(found.groups!.months);
      return named === '' ? `Name the ${what}: \`in ${usually}\`` : `Write \`in ${named}\``;
    },
  };
}

/** The months that words name, whole or shortened, as an event lists them. */
function months(words: string | undefined): string {
  const named = (words ?? '').split(/[^A-Za-z]+/).flatMap((word) => {
    const start = word.toLowerCase();
    return start.length < 3 ? [] : (monthNames.find((name) => name.toLowerCase().startsWith(start)) ?? []);
  });
  return named.join(', ');
}
