import type { EventRule } from '../model/section.ts';
import type { Period } from '../model/rulebook.ts';
import { lowerIfAt } from './lower-at.ts';
import type { Lowering } from './lowering.ts';
import type { PlanEvent } from './plan.ts';
import { present, ruleHead } from './rule-head.ts';

/** Lowers an event with its dates. */
export function lowerEvent(event: EventRule, section: Period, pointer: string, into: Lowering): PlanEvent {
  return {
    ...ruleHead(event, section, pointer),
    occurs: event.occurs,
    ...present({ when: lowerIfAt(`${pointer}/when`, into) }),
    dates: event.dates.map((date, i) => ({ ...ruleHead(date, {}, `${pointer}/dates/${i}`), rule: date.rule })),
  };
}
