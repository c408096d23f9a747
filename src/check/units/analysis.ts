import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { type Scope, scopeOf } from '../names/scope.ts';
import type { Site } from '../walk/site.ts';
import { sitesOf } from '../walk/sites.ts';
import { type Domains, domainsOf } from './domains.ts';
import { infer } from './infer.ts';
import { inferName } from './infer-name.ts';
import { measureOrder } from './measure-order.ts';
import { tellOnce } from './one-mistake.ts';
import { ownUnits } from './parse-unit.ts';
import type { Typing } from './typing.ts';
import type { World } from './world.ts';

/**
 * What is found out about the values of a rulebook: its names, the places of expressions, and their units and domains.
 */
export type Analysis = { scope: Scope; sites: readonly Site[]; domains: Domains; world: World; findings: Diagnostic[] };

const made = new WeakMap<CheckContext, Analysis>();

/**
 * The analysis of a rulebook, made once for a context; those of measures are known, the others are found out as they
 * are asked for.
 */
export function analysisOf(context: CheckContext): Analysis {
  const known = made.get(context);
  if (known !== undefined) return known;
  const scope = scopeOf(context.rulebook);
  const findings: Diagnostic[] = [];
  const priced = context.rulebook.sections.flatMap((s) => (s.section === 'universe' ? [s.pricedIn] : []));
  const own = [scope.currency, ...priced].filter((c) => c !== undefined);
  const units = [...scope.fields.values()].flatMap((versions) => versions.map((v) => v.what.unit));
  const { order, ringed } = measureOrder(scope);
  const analysis: Analysis = {
    scope,
    sites: sitesOf(context.rulebook),
    domains: domainsOf(scope),
    findings,
    world: {
      scope,
      own: ownUnits([...units, ...own]),
      span: context.span,
      report: tellOnce(findings),
      told: new Set(),
      types: new Map(),
      measures: new Map(),
      ringed,
      infer: (e, pointer): Typing => infer(e, pointer, analysis.world),
      inferIn: infer,
    },
  };
  made.set(context, analysis);
  for (const name of order) {
    analysis.domains.measure(name);
    inferName(name, analysis.world);
  }
  return analysis;
}
