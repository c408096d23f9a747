import type { PlanExpression } from '../plan/expression.ts';
import type { PlanWeighting } from '../plan/plan.ts';
import { isoDate } from '../calendar/index.ts';
import { type Review, runAt, type Scope } from './context.ts';
import { type Decimal, ONE, sum } from './decimal.ts';
import { companiesOf, companyEntity, type Entity, lineEntity } from './entity.ts';
import { read } from './read.ts';
import { problem } from './problem.ts';
import { idOf } from './ranking.ts';
import { numberOf } from './value.ts';

/** The weighting that runs at an event, if one does. */
export function weightingAt(review: Review): PlanWeighting | undefined {
  const [first, second] = runAt(review, review.plan.weightings);
  if (second === undefined) return first;
  throw problem(
    'twoWeightings',
    `\`${first!.name}\` and \`${second.name}\` both weight at \`${review.event}\` on ${isoDate(review.effective)}`,
  );
}

/**
 * The raw value of each line, in the order given: its own measure, or its part of its company's. What it counts for is
 * the raw value over the sum of all (`hold`: units, which count times the price).
 */
export function rawValues(
  weighting: PlanWeighting,
  scope: Scope,
  lines: number[],
  membership: (line: number) => Decimal,
): Map<number, Decimal> {
  const raw = new Map<number, Decimal>();
  if (weighting.of === 'line') {
    for (const line of lines) {
      raw.set(line, weightedBy(weighting, scope, lineEntity(line)).times(membership(line)));
    }
    return raw;
  }
  for (const company of companiesOf(scope.review, lines)) {
    const own = lines.filter((line) => scope.review.market.companyOf[line] === company);
    const value = weightedBy(weighting, scope, companyEntity(company)).times(membership(own[0]!));
    for (const [line, part] of parts(weighting.splitBy, scope, own)) raw.set(line, value.times(part));
  }
  return raw;
}

/** How a company is divided over its lines; one alone gets everything. */
function parts(splitBy: PlanExpression | undefined, scope: Scope, lines: number[]): Map<number, Decimal> {
  if (lines.length === 1) return new Map([[lines[0]!, ONE]]);
  const values = new Map(
    lines.map((line) => [line, positive(splitBy, scope, lineEntity(line), 'to split its company by')]),
  );
  const total = sum(values.values());
  return new Map([...values].map(([line, value]) => [line, value.div(total)]));
}

function weightedBy(weighting: PlanWeighting, scope: Scope, entity: Entity): Decimal {
  return weighting.method === 'equally' ? ONE : positive(weighting.value, scope, entity, `for \`${weighting.name}\``);
}

function positive(expression: PlanExpression | undefined, scope: Scope, entity: Entity, what: string): Decimal {
  const value = expression === undefined ? undefined : numberOf(read(expression, scope, entity));
  if (value?.gt(0)) return value;
  throw problem(
    'noWeight',
    `\`${idOf(scope, entity)}\` has ${value === undefined ? 'no value' : `the value ${value.toSignificantDigits(12)}`} ${what} on ${isoDate(scope.day)}`,
  );
}
