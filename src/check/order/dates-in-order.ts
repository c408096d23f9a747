import { isoDate, type TimelineEvent, weekdayOf } from '../../calendar/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { EventRule } from '../../model/section.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import type { Tried } from './try-event.ts';

const pairs = [
  ['reference', 'announce'],
  ['announce', 'effective'],
  ['reference', 'effective'],
] as const;

/**
 * RB3101: dates of an event that fall out of order. RB3102: an effective date without trading. Both by the first time
 * it happens.
 */
export function datesInOrder(context: CheckContext, event: EventRule, pointer: string, tried: Tried): Diagnostic[] {
  const place = (name: string, label: string) =>
    context.span(`${pointer}/dates/${event.dates.findIndex((d) => d.name === name)}`, label);
  const found: Diagnostic[] = [];
  for (const [before, after] of pairs) {
    // Told already where both halves of the way are in order but their sum could not be, or where one half is not.
    if (before === 'reference' && after === 'effective' && event.dates.some((d) => d.name === 'announce')) continue;
    const wrong = tried.always((one) => {
      const [a, b] = [one.dates[before], one.dates[after]];
      return a !== undefined && b !== undefined && a > b;
    });
    if (wrong.length === 0) continue;
    const first = wrong[0]!;
    const odd = oddOne(before, after, first);
    const other = odd === before ? after : before;
    found.push(
      finding(
        'error',
        'RB3101',
        `\`${before}\` of \`${event.name}\` falls after \`${after}\`: ${shown(first.dates[before]!)} and ${shown(first.dates[after]!)}`,
        [
          place(odd, `${isoDate(first.dates[odd]!)}, ${often(wrong, tried)}`),
          place(other, isoDate(first.dates[other]!)),
        ],
        before === 'reference'
          ? 'a review reads its values on the reference date; what is decided before that would rest on what nobody knows yet'
          : 'users of the index must be told of a review before it takes effect',
        `count it from another date, for example \`${examples[odd]}\``,
      ),
    );
  }
  const closed = tried.always((one) => tried.calendar.known(one.effective) && !tried.calendar.isSession(one.effective));
  if (closed.length > 0) {
    found.push(
      finding(
        'error',
        'RB3102',
        `\`effective\` of \`${event.name}\` falls on a day without trading: ${shown(closed[0]!.effective)}`,
        [place('effective', often(closed, tried))],
        'a review takes effect before the open of a trading day; on a closed day there are no prices to carry the level over',
        'count in trading days, for example `trading day after 3rd Friday of month` or `trading day on or after …`',
      ),
    );
  }
  return found;
}

type DateName = 'reference' | 'announce' | 'effective';

const examples: Readonly<Record<DateName, string>> = {
  reference: 'reference: last trading day of previous month',
  announce: 'announce: 5 trading days before effective',
  effective: 'effective: trading day after 3rd Friday of month',
};
/** Announcements are made within so many days before they take effect. */
const usualNotice = 30;

/**
 * Which of two dates that fall out of order is likelier to be wrong: what lies behind the effective date, or is
 * announced months ahead.
 */
function oddOne(before: DateName, after: DateName, { dates, effective }: TimelineEvent): DateName {
  if (after === 'effective') return before;
  const announced = dates[after] ?? effective;
  const early = effective - announced > usualNotice && (dates[before] ?? effective) <= effective;
  return early ? after : before;
}

function shown(day: number): string {
  return `${isoDate(day)} (${weekdayOf(day)})`;
}

function often(wrong: readonly TimelineEvent[], tried: Tried): string {
  const years = `${isoDate(tried.range.from).slice(0, 4)} to ${isoDate(tried.range.until).slice(0, 4)}`;
  const times = wrong.length === tried.count ? 'every time' : `${wrong.length} of ${tried.count} times`;
  return `${times} from ${years}`;
}
