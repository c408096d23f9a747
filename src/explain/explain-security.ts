import type { BasketRow, DecisionRecord, LimitTrace, ParticularRank, Review, RuleOutcome } from '../run/run.ts';
import type { Decision } from '../market/index.ts';
import type { Security } from './find-security.ts';
import { limitedBy } from './limit-words.ts';
import type { RulePlace, RulePlaces } from './rule-place.ts';

/** A rule's outcome for the security or its company. */
export type ExplainedRule = {
  of: 'line' | 'company';
  force: 'require' | 'guideline';
  outcome: RuleOutcome['outcome'];
  compared: RuleOutcome['compared'];
} & RulePlace;
/** What the security is ranked by. */
export type ExplainedRank = Omit<ParticularRank, 'ranking' | 'pointer'> & RulePlace;
/** A step of a selection that decided, and what it asked; where none did, the selection, with its steps, how many each took and what it asked. */
export type ExplainedTier = {
  of: 'line' | 'company';
  set: string;
  result: string;
  compared: RuleOutcome['compared'];
  steps?: (RulePlace & { took: number; last?: number; compared: RuleOutcome['compared'] })[];
} & RulePlace;
/** What a stage of the limits saw, and what it did to the security (its line, its company or its group). */
export type ExplainedStage = {
  block: string;
  round: number;
  fired: boolean;
  observed?: string;
  bound?: string;
  inCohort: boolean;
  change?: { item: string; before: string; after: string; how: string };
  outcome?: NonNullable<LimitTrace['outcome']>;
} & RulePlace;

/** Everything the review says of one security; numbers are decimal text. */
export type Explanation = {
  security: Security;
  review: { index: string; event: string; dates: Record<string, string>; incumbents: Review['incumbents'] };
  looked: boolean;
  /** Where it was not looked at: why not, and the rule of who is, where there is one. */
  universe?: { compared: RuleOutcome['compared']; rule?: RulePlace };
  incumbent: boolean;
  eligible: boolean;
  selected: boolean;
  result: 'added' | 'kept' | 'deleted' | 'not selected' | 'not looked at';
  rules: ExplainedRule[];
  ranks: Record<string, number>;
  rankings: ExplainedRank[];
  tiers: ExplainedTier[];
  /** What decisions of the data set say of it at this event. */
  decisions: { action: string; author: string; reason: string }[];
  /** Place on the reserve list, from 1. */
  reserve?: number;
  /** Whether it had left the market by the effective date. */
  gone: boolean;
  /** Other lines of its company that are in the basket. */
  siblings: string[];
  limits: ExplainedStage[];
  basket?: Pick<BasketRow, 'membership' | 'weight' | 'indexShares' | 'capFactor'> & {
    /** Weight of all lines of its company together. */
    companyWeight: string;
  };
};

/** What an explanation draws on besides the review. */
export type ExplainContext = {
  /** Name of the index. */
  index: string;
  places: RulePlaces;
  /** Groups that the security belongs to, by the names they are declared with. */
  groups?: ReadonlyMap<string, string>;
  /** Pointer of the rule of who is looked at. */
  universe?: string;
  /** Decisions of the data set at the event. */
  decisions?: readonly Pick<Decision, 'subject' | 'action' | 'author' | 'reason'>[];
};

/** Gathers what a review, run with decisions, says of one security. */
export function explainSecurity(
  review: Review,
  security: Security,
  { index, places, groups = new Map(), universe, decisions = [] }: ExplainContext,
): Explanation {
  const records = review.decisions.filter(
    (d) => (d.of === 'line' && d.id === security.line) || (d.of === 'company' && d.id === security.company),
  );
  // Rules of companies first, as the security's own come after.
  const ordered = [...records].sort((a, b) => (a.of === b.of ? 0 : a.of === 'company' ? -1 : 1));
  const row = review.basket.find((b) => b.line === security.line);
  const reserve = review.reserve.findIndex((id) => id === security.line || id === security.company);
  const named = (ids: string[]) => ids.includes(security.line) || ids.includes(security.company);
  const own = records.find((r) => r.of === 'line');
  const incumbent = own?.incumbent === true || (row !== undefined && !named(review.additions));
  const particulars = review.particulars?.find((p) => p.line === security.line);
  const asked = (of: string, set: string, tier: string) =>
    particulars?.steps.find((s) => s.of === of && s.set === set && s.tier === tier)?.compared ?? [];
  const siblings = review.basket.filter((b) => b.company === security.company && b.line !== security.line);
  return {
    security,
    review: { index, event: review.event, dates: review.dates, incumbents: review.incumbents },
    looked: records.length > 0,
    ...(records.length > 0
      ? {}
      : {
          universe: {
            compared: particulars?.universe ?? [],
            ...(universe === undefined ? {} : { rule: places.at(universe) }),
          },
        }),
    incumbent,
    eligible: records.length > 0 && records.every((r) => r.eligible),
    selected: row !== undefined,
    result: resultOf(records, row !== undefined, incumbent),
    rules: ordered.flatMap((r) =>
      r.rules.map(({ force, outcome, compared, pointer, rule }) => ({
        of: r.of,
        force,
        outcome,
        compared,
        ...places.at(pointer),
        rule,
      })),
    ),
    ranks: Object.assign({}, ...ordered.map((r) => r.ranks)) as Record<string, number>,
    rankings: (particulars?.rankings ?? []).map(({ ranking, pointer, ...rest }) => ({
      ...rest,
      ...places.at(pointer),
      rule: ranking,
    })),
    tiers: ordered.flatMap((r) =>
      r.tiers.map((t) => ({
        of: r.of,
        set: t.set,
        result: t.result,
        compared: asked(r.of, t.set, t.tier),
        ...(t.result === 'not selected'
          ? {
              steps: stepsWithCounts(places.stepsOf(t.pointer), review.decisions, r.of, t.set).map((step) => ({
                ...step,
                compared: asked(r.of, t.set, step.rule),
              })),
            }
          : {}),
        ...places.at(t.pointer),
        rule: t.tier,
      })),
    ),
    decisions: decisions
      .filter(({ subject }) => [security.line, security.symbol, security.company].includes(subject ?? ''))
      .map(({ action, author, reason }) => ({ action, author, reason })),
    ...(reserve < 0 ? {} : { reserve: reserve + 1 }),
    gone: review.gone.includes(security.line),
    siblings: siblings.map((b) => b.symbol),
    limits: row === undefined ? [] : stagesFor(review.limits, security, places, groups),
    ...(row === undefined
      ? {}
      : {
          basket: {
            membership: row.membership,
            weight: row.weight,
            indexShares: row.indexShares,
            capFactor: row.capFactor,
            companyWeight: [row, ...siblings].reduce((sum, { weight }) => sum + Number(weight), 0).toFixed(12),
          },
        }),
  };
}

function resultOf(records: DecisionRecord[], selected: boolean, incumbent: boolean): Explanation['result'] {
  if (selected) return incumbent ? 'kept' : 'added';
  if (incumbent) return 'deleted';
  return records.length > 0 ? 'not selected' : 'not looked at';
}

/** How many each step of a selection took, as the decisions about everyone tell. */
function stepsWithCounts(steps: RulePlace[], decisions: DecisionRecord[], of: 'line' | 'company', set: string) {
  const taken = Map.groupBy(
    decisions.filter((d) => d.of === of),
    (d) => d.tiers.find((t) => t.set === set && t.result === 'selected')?.tier,
  );
  return steps.map((step) => {
    const by = taken.get(step.rule) ?? [];
    const ranks = by.flatMap((d) => Object.values(d.ranks));
    // With several rankings it is not known which of them the step went by.
    const last = ranks.length === by.length && by.length > 0 ? { last: Math.max(...ranks) } : {};
    return { ...step, took: by.length, ...last };
  });
}

function stagesFor(
  limits: LimitTrace[],
  security: Security,
  places: RulePlaces,
  groups: ReadonlyMap<string, string>,
): ExplainedStage[] {
  return limits.map((trace) => {
    // What a block limits is in its name; of a group it is the one that the security belongs to.
    const group = groups.get(limitedBy(trace.block) ?? '');
    const names = new Set(group === undefined ? [security.line, security.company] : [group]);
    const change = trace.changes.find((c) => names.has(c.item));
    return {
      block: trace.block,
      round: trace.round,
      fired: trace.fired,
      ...(trace.observed === undefined ? {} : { observed: trace.observed }),
      ...(trace.bound === undefined ? {} : { bound: trace.bound }),
      inCohort: trace.cohort.some((item) => names.has(item)),
      ...(change === undefined ? {} : { change }),
      ...(trace.outcome === undefined ? {} : { outcome: trace.outcome }),
      ...places.at(trace.pointer),
      rule: trace.stage,
    };
  });
}
