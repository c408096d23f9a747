import { epochDay } from '../../calendar/index.ts';
import { limitWords, listed } from '../../explain/index.ts';
import type { Market } from '../../market/index.ts';
import type { LevelRow, Review, Run } from '../../run/run.ts';
import type { Io } from '../io.ts';
import { chart } from '../terminal/chart.ts';
import { styleOf } from '../terminal/style.ts';
import { basketBars } from './basket-bars.ts';
import { entityNames } from './entity-names.ts';

const mostReviews = 12;

/** What a run gave, in a screenful: the level as a chart, returns, changes at each review, largest weights, and what limits did. */
export function runSummary(name: string, run: Run, market: Market, io: Io): string {
  const { bold, dim } = styleOf(io.out);
  const parts: string[] = [];
  const first = run.levels[0];
  const last = run.levels.at(-1);
  if (first === undefined || last === undefined) parts.push(`${bold(name)}: no level from ${run.from} to ${run.to}`);
  else {
    parts.push(`${bold(name)}, ${run.levels.length} days from ${first.date} to ${last.date}`);
    const size = { columns: io.width, rows: 8, unicode: io.unicode };
    const lines = chart(
      run.levels.map((l) => Number(l.price)),
      (v) => v.toFixed(2),
      size,
    );
    if (lines.length > 0) parts.push(lines.join('\n'));
    parts.push(returns(first, last).join('\n'));
  }
  if (run.reviews.length > 0) {
    const telling = run.reviews.filter((r, i) => i === run.reviews.length - 1 || changedSomething(r));
    const shown = telling.slice(-mostReviews);
    const before = run.reviews.length - shown.length;
    const rows = shown.map((review) => {
      const names = entityNames(market, epochDay(review.dates.effective!));
      const inOut = [
        ...(review.additions.length > 0
          ? [`${review.additions.length} in: ${listed(review.additions.map(names), 6)}`]
          : []),
        ...(review.deletions.length > 0
          ? [`${review.deletions.length} out: ${listed(review.deletions.map(names), 6)}`]
          : []),
      ];
      const cut = review.limits.filter((l) => l.fired).map((l) => l.stage);
      const capped = cut.length === 0 ? '' : dim(`; limits: ${[...new Set(cut)].join(', ')}`);
      return `  ${review.dates.effective} ${review.event}, ${review.basket.length} lines; ${inOut.length === 0 ? 'no changes' : inOut.join('; ')}${capped}`;
    });
    if (before > 0) rows.unshift(dim(`  … ${before} more, earlier or without any change`));
    parts.push(`${bold('Reviews')}\n${rows.join('\n')}`);
    const latest = run.reviews.at(-1)!;
    parts.push(
      `${bold(`Largest weights on ${latest.dates.effective}`)}\n${basketBars(latest.basket, 10, io).join('\n')}`,
    );
    const capped = run.reviews.findLast((r) => r.limits.length > 0);
    if (capped !== undefined) {
      const names = entityNames(market, epochDay(capped.dates.effective!));
      parts.push(
        `${bold(`Limits on ${capped.dates.effective}`)}\n${limitWords(capped.limits, names)
          .map((w) => `  ${w}`)
          .join('\n')}`,
      );
    }
  }
  if (run.changes.length > 0) {
    const shown = run.changes.slice(-5).map(({ date, kind, line, detail }) => {
      const more = detail.startsWith('the ') ? '' : `: ${detail}`;
      return `  ${date} ${kind}, ${entityNames(market, epochDay(date))(line)}${more}`;
    });
    if (run.changes.length > 5) shown.unshift(dim(`  … ${run.changes.length - 5} earlier`));
    parts.push(`${bold('Changes between reviews')}\n${shown.join('\n')}`);
  }
  return `${parts.join('\n\n')}\n`;
}

function changedSomething(review: Review): boolean {
  return review.additions.length > 0 || review.deletions.length > 0 || review.limits.some((l) => l.fired);
}

function returns(first: LevelRow, last: LevelRow): string[] {
  const variants: [string, string | undefined, string | undefined][] = [
    ['price return', first.price, last.price],
    ['total return', first.total, last.total],
    ['net return', first.net, last.net],
  ];
  return variants.flatMap(([variant, from, to]) => {
    if (from === undefined || to === undefined) return [];
    const change = (Number(to) / Number(from) - 1) * 100;
    return [`  ${variant.padEnd(12)} ${from} to ${to}  ${change < 0 ? '' : '+'}${change.toFixed(2)}%`];
  });
}
