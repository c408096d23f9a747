import type { UsualWay } from './usual-ways.ts';

const equally = 'Write `weight companies equally`, or `weight lines equally`';
const part = /\d+(?:\.\d+)? ?%/.source;

/** How methodologies say what weights are made of. */
export const weightWays: readonly UsualWay[] = [
  { looks: /^(?<here>equal(?:ly)?(?:[ -]?weight(?:ed|ing|s)?)?)\b/i, write: () => equally },
  { looks: /^(?<here>weight(?:ed|s)?(?: all| each)? equal(?:ly)?)$/i, write: () => equally },
  {
    looks: /^(?<here>(?:weighted |weights? )?by) (?<value>\w+)/i,
    write: ({ groups }) => `Write \`weight lines by ${groups!.value}\``,
  },
  {
    looks: /^(?<here>(?<value>\w+(?: \w+){0,3})[ -]weight(?:ed|ing|s)?)$/i,
    write: ({ groups }) =>
      `Write \`weight lines by ${groups!.value!.replaceAll(/[ -]/g, '_')}\`, with a field or measure of that name`,
  },
];

/** How methodologies say that weights have bounds. */
export const limitWays: readonly UsualWay[] = [
  {
    looks: new RegExp(
      `^(?<here>(?:the )?(?:(?:sum|total|aggregate) of )?(?:all )?(?:the )?weights? (?:above|over|exceeding|greater than|larger than|>) (?<each>${part}).*?(?<total>${part}))`,
      'i',
    ),
    write: ({ groups }) =>
      `Write \`for weights above ${groups!.each}, when their total > ${groups!.total}, scale them to total ${groups!.total}, others at most ${groups!.each}\``,
  },
  {
    looks: new RegExp(
      `^(?<here>(?:min(?:imum)?|floor|at least|no weight (?:below|under))\\b[^%]*?(?<bound>${part}))$`,
      'i',
    ),
    write: ({ groups }) => `Write \`when any weight < ${groups!.bound}, floor each at ${groups!.bound}\``,
  },
  {
    looks: new RegExp(
      `^(?<here>(?:max(?:imum)?|cap|capped|at most|limit|no|any|each|all|weights?|single)\\b(?! each at)[^%,]*?(?<bound>${part}))$`,
      'i',
    ),
    write: ({ groups }) => `Write \`when any weight > ${groups!.bound}, cap each at ${groups!.bound}\``,
  },
];

/** What those are called who are in the index, and those who are not. */
export const memberWays: readonly UsualWay[] = [
  {
    looks:
      /^(?<verb>keep|take|drop|fill with) (?<here>(?:(?:all|the|current|existing|old|present) )*(?:members|incumbents|holdings|components|constituents))(?<rest>.*)$/i,
    write: ({ groups }) => `Write \`${groups!.verb} constituents${groups!.rest}\``,
  },
  {
    looks:
      /^(?<verb>take|drop|fill with) (?<here>(?:all |the )?(?:new )?(?:entrants|joiners|additions|candidates|non-?members|non-?constituents|members))(?<rest>.*)$/i,
    write: ({ groups }) => `Write \`${groups!.verb} newcomers${groups!.rest}\``,
  },
];
