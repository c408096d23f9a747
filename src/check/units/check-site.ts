import type { Expression } from '../../model/expression.ts';
import { childrenOf } from '../walk/children.ts';
import type { Site, Wanted } from '../walk/site.ts';
import type { Analysis } from './analysis.ts';
import { unitCodes } from './codes.ts';
import { fits } from './domain.ts';
import { tellOwnCurrency } from './infer-aggregate.ts';
import { said } from './mismatch.ts';
import { need } from './need.ts';
import { originsOf } from './origins.ts';
import { shortWords } from './side.ts';
import { currenciesOf } from './unit.ts';

/**
 * Tells where the expression at a place is not what the place needs: its type, unit and what one value of it is for.
 */
export function checkSite(site: Site, analysis: Analysis): void {
  const { world } = analysis;
  const typing = need(site.expression, site.pointer, site.wanted, site.role, world);
  const own = ['sortable', 'basis', 'amount', 'ratio'].includes(site.wanted);
  if (own && tellOwnCurrency(site.expression, site.pointer, typing, site.role, world)) return;
  const why = typing.type === 'number' ? inIndexCurrency[site.wanted] : undefined;
  if (why !== undefined) checkCurrency(site, why, analysis);
  checkInside(site.expression, site.pointer, site.entity, analysis);
  if (site.domain !== undefined)
    checkDomain(site.expression, site.pointer, site.entity, site.domain, site.role, analysis);
}

/** What has to be in the currency of the index, and why. */
const inIndexCurrency: Partial<Record<Wanted, string>> = {
  basis: 'index shares are this value divided by the price in the currency of the index',
  money: 'it is set beside prices in the currency of the index as it is, without a conversion',
};

/**
 * Tells where money is in another currency than the index: what weights follow, a notional, the price that a policy
 * states.
 */
function checkCurrency(site: Site, why: string, { world, scope }: Analysis): void {
  const typing = world.types.get(site.expression);
  const [money] = typing?.type === 'number' ? currenciesOf(typing.unit) : [];
  if (typing === undefined || money === undefined || scope.currency === undefined || money[0] === scope.currency)
    return;
  world.report({
    code: unitCodes.unitsDiffer,
    severity: 'error',
    message: `${said({ expression: site.expression, pointer: site.pointer, typing }, 'this')}, but the index is in \`${scope.currency}\``,
    spans: [world.span(site.pointer), ...originsOf(site.expression, scope, world.span)],
    why,
    help:
      site.expression.kind === 'number'
        ? `Write the amount in \`${scope.currency}\``
        : `Convert it: \`… in ${scope.currency}\``,
  });
}

/** Tells where one value for each `domain` is needed but the expression has a finer one. */
function checkDomain(
  e: Expression,
  pointer: string,
  entity: string,
  domain: string,
  role: string,
  analysis: Analysis,
): boolean {
  const { domains, world } = analysis;
  const own = domains.of(e, entity);
  if (fits(own, domain, domains.parents)) return true;
  const [culprit, at] = finest(e, pointer, entity, domain, analysis);
  const words = shortWords(culprit);
  const over = domain === 'all' ? 'universe' : domain;
  const typing = world.types.get(culprit);
  const help =
    typing?.type === 'number'
      ? `Aggregate it: \`sum of ${words?.slice(1, -1) ?? '…'} over ${over}\` (or \`average\`, \`largest\`, \`smallest\`)`
      : domain === 'company'
        ? `Ask it of lines (\`eligibility of lines\`), or take one of them: \`smallest of ${words?.slice(1, -1) ?? '…'} over company\``
        : `Aggregate it over \`${over}\``;
  world.report({
    code: unitCodes.tooFine,
    severity: 'error',
    message: `${words ?? 'this'} has a value for each ${domains.of(culprit, entity)}, but ${role} needs ${one(domain)}`,
    spans: [world.span(at), ...originsOf(culprit, analysis.scope, world.span)],
    why: 'it would not be clear which of the values is meant',
    help,
  });
  return false;
}

/** The innermost part of an expression that is too fine, with its place. */
function finest(
  e: Expression,
  pointer: string,
  entity: string,
  domain: string,
  analysis: Analysis,
): [Expression, string] {
  if (e.kind !== 'aggregate' && e.kind !== 'cumulative' && e.kind !== 'at rank')
    for (const [step, child] of childrenOf(e))
      if (!fits(analysis.domains.of(child, entity), domain, analysis.domains.parents))
        return finest(child, pointer + step, entity, domain, analysis);
  return [e, pointer];
}

/** Checks what stands inside aggregates and along rankings, where values are needed for other entities than outside. */
function checkInside(e: Expression, pointer: string, entity: string, analysis: Analysis): void {
  const { domains, scope } = analysis;
  let inside = entity;
  if (e.kind === 'aggregate') {
    inside = domains.inside(e);
    if (e.where !== undefined)
      checkDomain(e.where, `${pointer}/where`, inside, inside, 'the condition of the aggregate', analysis);
  }
  if (e.kind === 'cumulative' || e.kind === 'at rank') {
    const ranking = scope.rankings.get(e.ranking)?.[0]?.what;
    if (ranking !== undefined) {
      const role = `the ranking \`${e.ranking}\``;
      checkDomain(e.value, `${pointer}/value`, ranking.of, ranking.of, role, analysis);
      if (e.kind === 'at rank')
        checkDomain(e.rank, `${pointer}/rank`, entity, ranking.within ?? 'all', 'a rank', analysis);
      inside = ranking.of;
    }
  }
  for (const [step, child] of childrenOf(e)) checkInside(child, pointer + step, inside, analysis);
}

function one(domain: string): string {
  return domain === 'all' ? 'one value for everything' : `one for each ${domain}`;
}
