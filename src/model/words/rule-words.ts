import { monthNames } from '../../calendar/index.ts';
import type { Occurrence, RankingKey, Screen, WeightingRule } from '../section.ts';
import { comma } from './breaks.ts';
import { domainWords, quoted } from './plain-words.ts';
import { part, type Say } from './say.ts';

type Ranking<E> = {
  of: string;
  where?: E;
  within?: string;
  keys: { value: E; order?: NonNullable<RankingKey['order']> }[];
};

/** An order in words: `lines where x by size, largest first`. */
export function rankingWords<E>({ of, where, within, keys }: Ranking<E>, say: Say<E>): string {
  const by = keys.map((key) => `${say.value(key.value)}${part(key.order, (order) => `${comma}${order}`)}`);
  const whom = `${domainWords(of)}${part(where, (e) => ` where ${say.whole(e)}`)}${part(within, (w) => ` within ${w}`)}`;
  return `${whom} by ${by.join(`${comma}then by `)}`;
}

type ScreenOf<E> = { force: Screen['force']; everyone?: E; newcomers?: E; constituents?: E };

/** A rule of eligibility in words: `require cap >= 1 billion USD, of constituents cap >= 0.5 billion USD`. */
export function screenWords<E>({ force, everyone, newcomers, constituents }: ScreenOf<E>, say: Say<E>): string {
  const parts = [
    part(everyone, say.whole),
    part(newcomers, (e) => `of newcomers ${say.whole(e)}`),
    part(constituents, (e) => `of constituents ${say.whole(e)}`),
  ];
  return `${force} ${parts.filter((p) => p !== '').join(comma)}`;
}

type Weighting<E> = { method: WeightingRule['method']; of: string; value?: E; splitBy?: E };

/** How weights are set, in words: `weight companies by cap, split by cap`; `whom` where not all of its domain are. */
export function weightingWords<E>(rule: Weighting<E>, say: Say<E>, whom = domainWords(rule.of)): string {
  const split = part(rule.splitBy, (e) => `${comma}split by ${say.value(e)}`);
  switch (rule.method) {
    case 'by':
      return `weight ${whom}${part(rule.value, (e) => ` by ${say.value(e)}`)}${split}`;
    case 'equally':
      return `weight ${whom} equally${split}`;
    case 'hold':
      return `hold ${part(rule.value, say.beforeOf)} of each ${rule.of}`;
    default:
      return rule.method satisfies never;
  }
}

/** When an event takes place, in words: `in March, September, when x`. */
export function eventWords<E>({ occurs, when }: { occurs: Occurrence; when?: E }, say: Say<E>): string {
  return `${occursWords(occurs)}${part(when, (e) => `${comma}when ${say.whole(e)}`)}`;
}

function occursWords(occurs: Occurrence): string {
  if ('every' in occurs) return occurs.every === 'month' ? 'monthly' : 'daily';
  if ('months' in occurs) return `in ${occurs.months.map((month) => monthNames[month - 1]).join(comma)}`;
  if ('dates' in occurs) return `on ${occurs.dates.join(comma)}`;
  return 'when decided';
}

type Discretion<E> = { who: string; may: string; criteria?: E };

/** Where judgement may enter, in words: `"the committee" may "defer" at review when x`. */
export function discretionWords<E>({ who, may, criteria }: Discretion<E>, at: string, say: Say<E>): string {
  return `${quoted(who)} may ${quoted(may)} at ${at}${part(criteria, (e) => ` when ${say.whole(e)}`)}`;
}
