import { canonicalJson } from './canonical-json.ts';
import type { Plan } from './plan.ts';

/**
 * SHA-256, in hexadecimal, over the canonical JSON of a plan without its `hash`, the places of its rules and how
 * numbers were written.
 */
export function planHash(plan: Plan): string {
  const meaning = canonicalJson(plan, (key) => key !== 'hash' && key !== 'pointer' && key !== 'written');
  // Asked for here, since loading it takes longer than checking a rulebook, which needs no hash.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(meaning).digest('hex');
}
