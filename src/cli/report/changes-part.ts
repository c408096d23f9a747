import { epochDay } from '../../calendar/index.ts';
import { limitWords, listed } from '../../explain/index.ts';
import type { Market } from '../../market/index.ts';
import type { BasketChange, Review } from '../../run/run.ts';
import type { Io } from '../io.ts';
import { styleOf } from '../terminal/style.ts';
import { basketBars } from './basket-bars.ts';
import { entityNames, type EntityNames, linesOfReviews, shownNames } from './entity-names.ts';

const mostReviews = 12;

/**
 * The reviews of a run, who came and went at each; the largest weights of the last, and what limits did at the last
 * that had some.
 */
export function reviewsPart(reviews: Review[], market: Market, io: Io): string[] {
  const { bold, dim } = styleOf(io.out);
  const latest = reviews.at(-1);
  if (latest === undefined) return [];
  const namesAt = (i: number): EntityNames =>
    shownNames(entityNames(market, epochDay(reviews[i]!.dates.effective!), linesOfReviews(reviews[i], reviews[i - 1])));
  const telling = [...reviews.keys()].filter((i) => reviews[i] === latest || changedSomething(reviews[i]!));
  const shown = telling.slice(-mostReviews);
  const rows = shown.map((i) => {
    const review = reviews[i]!;
    const { symbol } = namesAt(i);
    const told = (ids: string[], word: string) =>
      ids.length === 0 ? [] : [`${ids.length} ${word}: ${listed(ids.map(symbol), 6)}`];
    const inOut = [
      ...told(review.additions, 'in'),
      ...told(review.deletions, 'out'),
      ...told(review.gone, 'gone by then'),
    ];
    const cut = [...new Set(review.limits.filter((l) => l.fired).map((l) => l.stage))];
    const capped = cut.length === 0 ? '' : dim(`; limits: ${cut.join(', ')}`);
    return `  ${review.dates.effective} ${review.event}, ${review.basket.length} lines; ${inOut.length === 0 ? 'no changes' : inOut.join('; ')}${capped}`;
  });
  if (shown.length < reviews.length)
    rows.unshift(dim(`  … ${reviews.length - shown.length} more, earlier or without any change`));
  const { name } = namesAt(reviews.length - 1);
  const parts = [
    `${bold('Reviews')}\n${rows.join('\n')}`,
    `${bold(`Largest weights of lines on ${latest.dates.effective}`)}\n${basketBars(latest.basket, 10, name, io).join('\n')}`,
  ];
  const last = reviews.findLastIndex((r) => r.limits.length > 0);
  if (last >= 0) {
    const words = limitWords(reviews[last]!.limits, namesAt(last).symbol).map((w) => `  ${w}`);
    parts.push(`${bold(`Limits on ${reviews[last]!.dates.effective}`)}\n${words.join('\n')}`);
  }
  return parts;
}

function changedSomething(review: Review): boolean {
  return review.additions.length > 0 || review.deletions.length > 0 || review.limits.some((l) => l.fired);
}

/** The last changes of the basket between reviews. */
export function changesPart(changes: BasketChange[], market: Market, io: Io): string[] {
  const { bold, dim } = styleOf(io.out);
  if (changes.length === 0) return [];
  const shown = changes.slice(-5).map(({ date, kind, line, detail }) => {
    const more = detail.startsWith('the ') ? '' : `: ${detail}`;
    const { symbol, name } = shownNames(entityNames(market, epochDay(date)));
    const called = name(line) === '' ? '' : ` (${name(line)})`;
    return `  ${date} ${kind}, ${symbol(line)}${called}${more}`;
  });
  if (changes.length > 5) shown.unshift(dim(`  … ${changes.length - 5} earlier`));
  return [`${bold('Changes between reviews')}\n${shown.join('\n')}`];
}
