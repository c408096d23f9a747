import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Plan } from './plan.ts';

/** SHA-256, in hexadecimal, over the canonical JSON of a plan without its `hash` and without the places of its rules. */
export function planHash(plan: Plan): string {
  const meaning = canonicalJson(plan, (key) => key !== 'hash' && key !== 'pointer');
  return createHash('sha256').update(meaning).digest('hex');
}
