import type { Places } from '../model/places.ts';
import type { Report } from './report.ts';

/** Mistakes that one node shows by itself, whether it was read from text or from data. */
export function problemsOfNode(node: Record<string, unknown>, places: Places, report: Report): void {
  const { from, until } = node;
  const place = places.get(node);
  if (typeof from === 'string' && typeof until === 'string' && from > until && place !== undefined) {
    const at = place.parts?.until ?? place;
    report('badPeriod', at.start, at.end, `from \`${from}\` until \`${until}\` has no day in it`);
  }
}
