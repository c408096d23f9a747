import type { Expression } from '../../model/expression.ts';
import type { Site, Wanted } from './site.ts';

/** Adds a site for an expression, where there is one. */
export type Put = (
  step: string,
  expression: Expression | undefined,
  role: string,
  wanted: Wanted,
  domain?: string,
  inLimits?: true,
) => void;

/** Collects the sites of one rule; `of` is the domain the rule speaks of. */
export function ruleSites(rule: string, name: string, of: string, fill: (put: Put) => void): Site[] {
  const sites: Site[] = [];
  fill((step, expression, role, wanted, domain, inLimits) => {
    if (expression === undefined) return;
    sites.push({
      expression,
      pointer: `${rule}${step}`,
      rule,
      name,
      role,
      wanted,
      entity: of,
      ...(domain === undefined ? {} : { domain }),
      ...(inLimits ? { inLimits } : {}),
    });
  });
  return sites;
}
