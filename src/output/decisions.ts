import type { Compared, DecisionRecord, RuleOutcome } from '../run/run.ts';

type Step = DecisionRecord['tiers'][number];

/**
 * Lines of `decisions.jsonl`: one object for what the rules decided about each line or company. Where a rule lies in
 * the rulebook is in the plan, by its name; it is required unless `force` says that it is a guideline. Outcomes that
 * records share become text once. The text comes in pieces: joined up all at once it would have to be gathered from
 * where memory has put it long ago.
 */
export function* decisionLines(records: DecisionRecord[]): Iterable<string> {
  const rules = remembered<RuleOutcome>(ruleText);
  const steps = remembered<Step>(({ set, tier, result }) => JSON.stringify({ set, tier, result }));
  const reviews = remembered<string>((review) => JSON.stringify(review));
  let text = '';
  for (const r of records) {
    text += `{"review":${reviews(r.review)},"of":"${r.of}","id":${quoted(r.id)},"symbol":${quoted(r.symbol)}`;
    text += `,"incumbent":${r.incumbent},"eligible":${r.eligible},"rules":[${listed(r.rules, rules)}]`;
    text += `,"ranks":${JSON.stringify(r.ranks)},"tiers":[${listed(r.tiers, steps)}],"membership":${r.membership}}\n`;
    if (text.length < piece) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

const piece = 1 << 16;

function remembered<T>(tell: (what: T) => string): (what: T) => string {
  const told = new Map<T, string>();
  return (what) => {
    let text = told.get(what);
    if (text === undefined) {
      text = tell(what);
      told.set(what, text);
    }
    return text;
  };
}

function listed<T>(items: readonly T[], tell: (item: T) => string): string {
  let text = '';
  for (const item of items) text += text === '' ? tell(item) : `,${tell(item)}`;
  return text;
}

function ruleText({ rule, force, outcome, compared }: RuleOutcome): string {
  const guideline = force === 'guideline' ? ',"force":"guideline"' : '';
  return `{"rule":${quoted(rule)}${guideline},"outcome":"${outcome}","compared":[${listed(compared, comparedText)}]}`;
}

function comparedText({ left, operator, right, outcome }: Compared): string {
  return `{"left":${quoted(left)},"operator":${quoted(operator)},"right":${quoted(right)},"outcome":"${outcome}"}`;
}

/** Texts of letters, digits and everyday signs need no escape, which is quicker seen than done. */
function quoted(text: string): string {
  return /^[\w .,:;()<>=+*/'-]*$/.test(text) ? `"${text}"` : JSON.stringify(text);
}
