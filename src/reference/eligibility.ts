import type { PlanScreen } from '../plan/plan.ts';
import { type Review, runAt } from './context.ts';
import { companiesOf, companyEntity, type Entity, lineEntity, universeLines } from './entity.ts';
import { screened } from './screen.ts';

/**
 * Who may be selected. A line that meets every rule of lines, a company with such a line that meets every rule of
 * companies; lines of other companies are not eligible. Without rules at the event: everyone in the universe.
 */
export function findEligible(review: Review): void {
  const required = runAt(review, review.plan.screens).filter((screen) => screen.force === 'require');
  const lines = universeLines(review).filter((line) => meetsAll(required, 'line', review, lineEntity(line)));
  // The rules of companies see the lines that met theirs.
  review.eligible = { lines: new Set(lines), companies: new Set(companiesOf(review, lines)) };
  const companies = companiesOf(review, lines).filter((company) =>
    meetsAll(required, 'company', review, companyEntity(company)),
  );
  review.eligible = {
    lines: new Set(lines.filter((line) => companies.includes(review.market.companyOf[line]!))),
    companies: new Set(companies),
  };
  review.memo.clear();
}

function meetsAll(screens: PlanScreen[], of: 'line' | 'company', review: Review, entity: Entity): boolean {
  return screens.filter((screen) => screen.of === of).every((screen) => screened(screen, review, entity) === true);
}
