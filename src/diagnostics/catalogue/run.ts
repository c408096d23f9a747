import type { CatalogueEntry } from './entry.ts';

/** What can go wrong, or has to be said, while rules are run on a market; by name. */
export const runCatalogue = {
  stalePrice: {
    code: 'RB7101',
    title: 'a constituent without a listing',
    why: 'a line was no longer listed and no policy had removed it, so its last price was used',
    help: 'Add the delisting or merger to the actions of the data set, or a policy for it to `maintenance`',
  },
  eventBeforeData: {
    code: 'RB7102',
    title: 'an event before the first day of the market data',
    why: 'there is nothing to read on its reference date, so the event was passed over',
    help: 'Begin the run later, or give the data set earlier days',
  },
  noPublishedLevel: {
    code: 'RB7103',
    title: 'a level that starts on a later day than the base date',
    why: 'no basket was in force on the base date, so that the first one got the base value on a later day; what the index had moved since the base date is not in the levels',
    help: 'Let a review take effect on the base date or the trading day after it, or give the data set published levels (or constituents) from the base date on',
    example:
      '# The first review takes effect on Monday 2024-03-18: the base date is the Friday before, or that Monday.\nlevel\n  base 1000 on 2024-03-15',
  },
  conditionUnknown: {
    code: 'RB7104',
    title: 'an event whose condition is unknown',
    why: 'a value that the condition compares is missing, so that the event did not take place',
    help: 'Use `known` or `otherwise` to say what a missing value means',
  },
  selectionShort: {
    code: 'RB7105',
    title: 'a selection that could not reach its number',
    why: 'too few candidates satisfy the rules',
    help: 'Widen the eligibility, or lower the number',
  },
  divisorDecided: {
    code: 'RB7106',
    title: 'a divisor set by decision',
    why: 'a decision of the data set replaced the divisor that the rules give, so that the level moves by the difference',
    help: 'Compare both divisors in `run.json`; take the decision out to use the computed one',
  },
  limitBroken: {
    code: 'RB7107',
    title: 'a limit that later limits have undone',
    why: 'each block of limits moves weights again, and does not keep what an earlier one has settled',
    help: 'Put the block that must hold last, or leave more room between the two; the review shows what is above its bound',
  },
  notReplaced: {
    code: 'RB7108',
    title: 'a leaver that nobody replaced',
    why: 'the policy asks for the highest ranked newcomer, and the latest selection left no eligible one that is still listed and has not been in since',
    help: 'Widen the eligibility, or let the policy say `do not replace`',
  },
  coarseShares: {
    code: 'RB7109',
    title: 'index shares that rounding moves by more than one percent',
    why: 'index shares this small lose their weight, or all of it, when they are rounded; the weights shown are those before rounding',
    help: 'Round to more decimals, or make index shares larger: with a larger `notional`, or with weights by an amount of money',
  },
  notRanked: {
    code: 'RB7110',
    title: 'a candidate without a rank',
    why: 'the value that it would be ranked by is missing, so that steps that go by rank pass it over',
    help: 'Complete the data (prices, shares, exchange rates), leave it out by a rule (`require known …`), or say with `otherwise` what a missing value means',
  },
  leftBefore: {
    code: 'RB7111',
    title: 'a line of a new basket that had left before it took effect',
    why: 'it left the market (a merger, a delisting) after the reference date, and nobody came in its place: the basket has one line less than was decided',
    help: 'Let the policy say `replace by highest ranked newcomer`, or `do not replace` where that is meant; choose a later reference date, or widen the eligibility',
  },
  eventAfterData: {
    code: 'RB7112',
    title: 'an event after the last day of the market data',
    why: 'the prices end before its reference date, so the event was passed over; deciding by older prices would be a guess',
    help: 'End the run earlier, or give the data set later days',
  },
  nobodyYet: {
    code: 'RB7113',
    title: 'an event that selected nobody before there was a basket',
    why: 'no candidate met the rules, and nothing was held that could be left, so the index has not begun',
    help: 'Begin the run at a review that selects constituents, or give the data set published constituents from before; `rulebook explain` tells for one line which rule it did not meet',
  },
  unpricedChild: {
    code: 'RB7114',
    title: 'a spun-off line that counts for nothing until it trades',
    why: 'the spin-off has no price and its new line no close yet, so that the level falls with the parent until the new line has one',
    help: 'Give the action a `price`: the new line is held at it until it trades',
  },
  twoWeightings: {
    code: 'RB7200',
    title: 'two weightings, or two selections of one set, at one event',
    why: 'only one of them can decide',
    help: 'Bound them with `from` and `until`, or say `at` which events each runs',
  },
  entrantWithoutWeighting: {
    code: 'RB7201',
    title: 'an entrant at an event without a weighting',
    why: 'nothing says how many index shares it gets',
    help: 'Let a weighting run at this event too',
  },
  noWeight: {
    code: 'RB7202',
    title: 'a selected line or company without a weight',
    why: 'its value is missing, zero or negative, so that no weight follows from it',
    help: 'Require the value in `eligibility` (`require known …`, `require … > 0`), or complete the data; where companies are weighted and one has several lines, say how its weight is divided: `split by …`',
  },
  tie: {
    code: 'RB7203',
    title: 'a tie that the ranking does not break',
    why: 'the order would depend on chance',
    help: 'Add a last key that always differs, such as `then by company` or `then by line`',
  },
  badCount: {
    code: 'RB7204',
    title: 'a number in a selection that cannot be used',
    why: 'a count or bound is missing, or a membership is not between 0 and 1',
    help: 'Use `otherwise` for missing values, and bound memberships with `min` and `max`',
  },
  emptyBasket: {
    code: 'RB7205',
    title: 'a basket without lines',
    why: 'an index needs at least one constituent',
    help: 'Look for the rule that nobody meets: `rulebook explain` tells them for one line, and `rulebook check FILE --data PATH` tells texts that the data set does not have',
  },
  unknownSubject: {
    code: 'RB7206',
    title: 'a decision about something unknown',
    why: 'its subject is no line, symbol or company of the data set on that date',
    help: 'Correct the subject in the table of decisions',
  },
  noSuchEvent: {
    code: 'RB7207',
    title: 'no review on that date',
    why: 'no event of the schedule is effective then, or its condition does not hold',
    help: 'Use `rulebook calendar` to list the events and their dates',
  },
  reviewAfterData: {
    code: 'RB7209',
    title: 'a review of a day that the market data do not reach',
    why: 'the prices end before its reference date, and deciding by older ones would be a guess',
    help: 'Choose an earlier review (`rulebook calendar` lists them), or give the data set later days',
  },
  reviewBeforeData: {
    code: 'RB7210',
    title: 'a review of a day before the market data',
    why: 'there is nothing to read on its reference date',
    help: 'Choose a later review (`rulebook calendar` lists them), or give the data set earlier days',
  },
  badDivisor: {
    code: 'RB7208',
    title: 'a decision about the divisor that cannot be used',
    why: 'a divisor is a number above zero',
    help: 'Give action `set`, field `divisor` and a number above zero in the table of decisions',
  },
  infeasible: {
    code: 'RB7301',
    title: 'limits that cannot be met',
    why: 'the weights cannot satisfy all bounds at once',
    help: 'Raise caps to at least 100% divided by the number of those they bind (companies, lines, groups), lower floors to at most that, widen the selection, or say what happens: `otherwise relax to feasible`',
  },
  noGroup: {
    code: 'RB7302',
    title: 'a weight that belongs to no group',
    why: 'limits on groups need to know the group of every line in the basket',
    help: 'Complete the field that the group is made by, or require it in `eligibility`',
  },
  noPolicy: {
    code: 'RB7401',
    title: 'a corporate action without a policy',
    why: 'nothing says what it does to index shares and divisor',
    help: 'Add a policy for it to `maintenance`, such as `splits: on split, adjust shares`; `rulebook check FILE --data PATH` tells at once all occasions of the data set that have none, with a sentence for each',
  },
  noPrice: {
    code: 'RB7402',
    title: 'a constituent without a price',
    why: 'the basket cannot be valued',
    help: 'Complete the prices of the data set, or the rates of its currency',
  },
  impossibleTerms: {
    code: 'RB7403',
    title: 'terms worth more than the price',
    why: 'the price after the action would be zero or negative',
    help: 'Check amount, ratio and currency of the action in the data set',
  },
  missingTerms: {
    code: 'RB7404',
    title: 'an action that lacks its terms',
    why: 'the policy needs a number that the action does not have',
    help: 'Complete the action in the data set, or use a policy that does without',
  },
  unfitPolicy: {
    code: 'RB7406',
    title: 'a policy that does not fit its occasion',
    why: 'the action has no terms that the effect could use',
    help: 'Use an effect that fits: `rulebook explain` lists them, docs/language.md has them all',
  },
  unpairedEntrant: {
    code: 'RB7407',
    title: 'a company that comes in for nobody',
    why: 'it is to take over the weight of one that leaves, and nothing says of which',
    help: 'Add a decision that pairs them (action `set`, subject: the entrant, field `replaces`, value: the leaver), or use `entrants share weight of leavers`',
  },
  noValue: {
    code: 'RB7405',
    title: 'a basket worth nothing',
    why: 'the divisor or the level would be a division by zero',
    help: 'Check prices and actions around that day',
  },
} as const satisfies Record<string, CatalogueEntry>;

/** How to mend limits that `relax to feasible` could not meet either (RB7301). */
export const NO_FACTOR =
  'No factor on the bounds of this stage helps: let its cohort be everyone whose weight may give way, lower what it fixes, or widen the selection';

export type RunProblem = keyof typeof runCatalogue;
