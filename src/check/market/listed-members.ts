import { isoDate } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { type Constituency, type Market, OPEN_END } from '../../market/index.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { someTold } from './some-of.ts';
import { symbolOf } from './symbol-of.ts';

/** Calendar days by which a membership and a listing may differ. */
const GRACE = 10;

/** RB5120: published members on days on which they are not listed. */
export function checkListedMembers(context: CheckContext, market: Market): Diagnostic[] {
  if (market.days.length === 0 || market.constituents.length === 0) return [];
  const text = JSON.stringify(context.rulebook);
  const own = new Set(context.rulebook.sections.flatMap((s) => (s.section === 'index' ? [s.id] : [])));
  const asked = (index: string) => own.has(index) || text.includes(`"kind":"constituent","index":"${index}"`);
  const told = market.constituents.flatMap((c) => (asked(c.index) ? outside(c, market) : []));
  if (told.length === 0) return [];
  const i = context.rulebook.sections.findIndex((s) => s.section === 'index');
  return [
    finding(
      'warning',
      'RB5120',
      `${told.length === 1 ? 'a published constituent is' : `${told.length.toLocaleString('en')} published constituents are`} not listed on all days of the membership: ${someTold(told)}`,
      [context.span(`/sections/${Math.max(0, i)}`)],
      'who is not listed is no incumbent of a review, and keeps no place',
      'end the membership when the listing ends, or mend the days of listing; a list of members that stops early leaves them members for ever',
    ),
  ];
}

function outside({ line, from, until }: Constituency, market: Market): string[] {
  const [first, last] = [market.days[0]!, market.days.at(-1)!];
  const start = Math.max(from, first);
  const end = Math.min(until - 1, last);
  if (end < start) return [];
  const { listedFrom, listedUntil } = market;
  const since =
    until === OPEN_END ? `a member since ${isoDate(from)}` : `a member from ${isoDate(from)} to ${isoDate(until - 1)}`;
  const name = `\`${symbolOf(market, line, end)}\`, ${since}`;
  if (end - listedUntil[line]! > GRACE) return [`${name}, listed until ${isoDate(listedUntil[line]!)}`];
  return listedFrom[line]! - start > GRACE ? [`${name}, listed from ${isoDate(listedFrom[line]!)}`] : [];
}
