import { isoDates } from './other-dates.ts';
import type { UsualWay } from './usual-ways.ts';

const date = /\d{4}-\d{2}-\d{2}/;

/** Lines of the level as methodologies put them. */
export const levelWays: readonly UsualWay[] = [
  {
    looks: /^base (?<here>\d{1,3}(?:[,' ]\d{3})+)(?!\d)/,
    says: (found) => `\`${found.groups!.here}\` is no number here: nothing separates the digits of a number but \`_\``,
    write: (found) => `Write \`${base(found.input)}\``,
  },
  {
    looks: /^base (?<here>\d[\d_.]*)$/,
    says: () => 'the base has no date',
    write: (found) => withDay(found.input),
  },
  {
    looks: /^base (?:date |on )(?<here>.*)$/,
    says: () => 'the base has no level',
    write: (found) => `Write the level that the index has on that day: \`${base(found.input)}\``,
  },
  {
    looks: /^base ?(?<here>:|=|value|level|index|of|is|at)(?![a-z])(?: .*)?$/,
    says: (found) => `\`${found.groups!.here}\` cannot stand here: a base is \`base\`, a level, and the day of it`,
    write: (found) => withDay(found.input),
  },
  {
    looks: /^base [\d_.]+ (?<here>at|as of|from|since|in|,|for)(?: .*)?$/,
    write: (found) => withDay(found.input),
  },
  ...['gross(?: returns?)?', 'net(?: returns?)?(?! after)', 'returns?', 'TR|NTR|PR|GR|NR|tr|ntr|pr'].map(
    (word): UsualWay => ({
      looks: new RegExp(`^returns? (?:.*\\b)?(?<here>${word})\\b.*$`),
      says: (found) =>
        `\`${found.groups!.here}\` cannot stand here: returns are \`price\`, \`total\` and \`net after\` a tax`,
      write: (found) => `Write \`returns ${returns(found.input)}\``,
    }),
  ),
  {
    looks: /^round (?<what>level|divisor)(?: to)?:? (?<decimals>\d+)(?: (?:decimals?|digits?|dp|dps|places?|dec))?$/,
    says: () => 'this does not say which way to round',
    write: ({ groups }) =>
      `Write \`round ${groups!.what} to ${groups!.decimals} decimals half up\` (or \`half even\`, \`up\`, \`down\`)`,
  },
  {
    looks: /^round (?:(?<what>level|divisor|index|index level) )?(?:to )?(?<decimals>\d+) (?<here>.*)$/,
    says: (found) => `\`${found.input}\` is no line about the level`,
    write: ({ groups }) =>
      `Write \`round ${groups!.what === 'divisor' ? 'divisor' : 'level'} to ${groups!.decimals} decimals ${/half even|half up|up|down/.exec(groups!.here!)?.[0] ?? 'half up'}\``,
  },
];

/** How to write a base, and that it has a day where the line names none. */
function withDay(line: string): string {
  const day = date.test(line) || isoDates(line.replace(/^.* on /, '')).length > 0;
  return `Write \`${base(line)}\`${day ? '' : ', with the day on which the index has this level'}`;
}

/** A base as it is written, with what a line says of its level and its day. */
function base(line: string): string {
  const day = isoDates(line.replace(/^.* on /, ''))[0] ?? date.exec(line)?.[0] ?? '2020-01-02';
  const level = /\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?(?!\d)|\d[\d_]*(?:\.\d+)?/.exec(line.replace(date, ''))?.[0] ?? '1000';
  return `base ${level.replaceAll(/[,' ]/g, '')} on ${day}`;
}

/** Kinds of returns as they are called here. */
function returns(line: string): string {
  const kinds = line
    .replace(/^returns?:?/, '')
    .split(/,|\band\b/)
    .flatMap((part) => {
      const rate = /[\d.]+ ?%/.exec(part)?.[0] ?? '30%';
      return /net|ntr|nr/i.test(part)
        ? [`net after ${rate} tax`]
        : /gross|total|\btr\b|gr/i.test(part)
          ? ['total']
          : /price|\bpr\b|capital/i.test(part)
            ? ['price']
            : [];
    });
  return kinds.length === 0 ? 'price, total, net after 30% tax' : [...new Set(kinds)].join(', ');
}
