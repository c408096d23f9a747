import { inForceAt, type Scope } from './context.ts';
import { type Entity, key } from './entity.ts';
import { read } from './read.ts';
import type { Value } from './value.ts';

/** The value of a named measure, by the version in force at the review; missing where none is. */
export function measure(name: string, scope: Scope, entity: Entity): Value {
  const { review, day, carry } = scope;
  const version = inForceAt(review, review.plan.measures).find((m) => m.name === name);
  if (version === undefined) return undefined;
  if (scope.weights !== undefined) return read(version.value, scope, entity);
  const question = `measure ${name} of ${key(entity)} on ${day} ${carry}`;
  if (!review.memo.has(question)) review.memo.set(question, read(version.value, scope, entity));
  return review.memo.get(question) as Value;
}
