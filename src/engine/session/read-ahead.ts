import { lastAtOrBefore } from '../../market/index.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import { carryForward } from '../columns/carry-forward.ts';
import { listedPlaces } from '../columns/listed-places.ts';
import { answerByCounting, type MedianQuestions, medianQuestion, notCounted } from '../columns/median-question.ts';
import { operandsOf } from '../../plan/operands.ts';
import { fieldsReadAsOf } from './fields-read.ts';
import { inForce, runsAt } from './in-force.ts';
import type { Session } from './session.ts';

/** The day of an event that values are read as of, and the day by which they must be known. */
export type ReadingDay = { event: string; effective: number; reference: number; knownBy: number };

/** What is read of one daily series: for the k-th day at `k × lines`, one value for each line. */
type Carried = { series: Float64Array; into: Float64Array };

/** What is counted: the answers for each day on which the question is asked. */
type Counted = { question: MedianQuestions; found: (Uint8Array | undefined)[] };

/**
 * Reads daily series, and decides what can be counted of them, for all events at once: line by line, so that each column is passed
 * through once from end to end instead of once for each event.
 */
export function readAhead(session: Session, days: ReadingDay[]): void {
  const { market } = session;
  if (days.length < 2 || session.exact) return;
  const n = market.lines.ids.length;
  const { first, last } = listedPlaces(market);
  const place = (day: number) => lastAtOrBefore(market.days, 0, market.days.length, day);
  const known = Int32Array.from(days, ({ reference, knownBy }) => place(Math.min(reference, knownBy)));
  const readAt = Int32Array.from(days, ({ reference }) => place(reference));
  const references = Int32Array.from(days, ({ reference }) => reference);
  const carried = carriedFields(session, days);
  const counted = countedQuestions(session, days);
  const listed = new Uint8Array(days.length);
  for (let line = 0; line < n; line += 1) {
    const start = line * market.days.length;
    const from = market.listedFrom[line]!;
    const until = market.listedUntil[line]!;
    const low = first[line]!;
    const high = last[line]!;
    for (let k = 0; k < listed.length; k += 1) {
      // Between two market days the places do not tell whether a line was listed, so its dates do.
      const at = readAt[k]!;
      const day = references[k]!;
      listed[k] = at >= low && (at < high || (day <= until && day >= from)) ? 1 : 0;
    }
    for (const one of counted) count(one, start, low, high, listed, line);
    for (const { series, into } of carried) carryForward(series, start, low, known, listed, into, line);
  }
}

/** Answers one question about one line, for every day on which the line is listed and the question asked. */
function count(
  { question, found }: Counted,
  start: number,
  low: number,
  high: number,
  listed: Uint8Array,
  line: number,
): void {
  const { first, last } = question;
  for (let k = 0; k < listed.length; k += 1) {
    const into = found[k];
    if (into === undefined) continue;
    into[line] =
      listed[k] === 1
        ? answerByCounting(question, start + Math.max(first[k]!, low), start + Math.min(last[k]!, high))
        : notCounted;
  }
}

/** The daily series that rules read as of a day, and room for what is read of them. */
function carriedFields(session: Session, days: ReadingDay[]): Carried[] {
  const { market, plan } = session;
  const n = market.lines.ids.length;
  const read = fieldsReadAsOf(plan);
  return plan.fields.flatMap(({ name, domain, type }) => {
    const facts = market.fields.get(name);
    if (facts?.kind !== 'series' || domain !== 'line' || type !== 'number') return [];
    if (name !== 'close' && !read.has(name)) return [];
    const into = new Float64Array(n * days.length);
    const columns = days.map((_, k) => into.subarray(k * n, (k + 1) * n));
    session.readAhead.set(
      name,
      new Map(days.map((d, k) => [`${d.reference}|${d.knownBy}`, { type: 'number', values: columns[k]! }])),
    );
    if (name === 'close') {
      for (const [k, { reference, knownBy }] of days.entries()) {
        if (knownBy >= reference) session.closesAhead.set(reference, columns[k]!);
      }
    }
    return [{ series: facts.values, into }];
  });
}

function countedQuestions(session: Session, days: ReadingDay[]): Counted[] {
  const n = session.market.lines.ids.length;
  return questions(session, days).map(({ node, question, asked }) => {
    const found = days.map((_, k) => (asked[k] === true ? new Uint8Array(n) : undefined));
    session.counted.set(node, new Map(days.map((d, k) => [`${d.reference}|${d.knownBy}`, found[k]])));
    return { question, found };
  });
}

type Question = { node: PlanExpression; question: MedianQuestions; asked: boolean[] };

/** Comparisons of medians in the screens that run at the events, which counting decides. */
function questions(session: Session, days: ReadingDay[]): Question[] {
  const found = new Map<PlanExpression, Question>();
  for (const screen of session.plan.screens) {
    const asked = days.map((day) => runsAt(screen, day.event, day.effective));
    if (screen.force !== 'require' || !asked.includes(true)) continue;
    for (const condition of [screen.everyone, screen.constituents, screen.newcomers]) {
      if (condition === undefined) continue;
      for (const node of parts(session, condition, days)) {
        const question = medianQuestion(session, node, days);
        const known = found.get(node);
        if (known !== undefined) known.asked = known.asked.map((before, k) => before || asked[k]!);
        else if (question !== undefined) found.set(node, { node, question, asked });
      }
    }
  }
  return [...found.values()];
}

/** A condition and all conditions inside it, through the measures in force. */
function parts(session: Session, node: PlanExpression, days: ReadingDay[]): PlanExpression[] {
  if (node.op === 'measure') {
    const versions = session.plan.measures.filter(
      (m) => m.name === node.measure && days.some((d) => inForce(m, d.effective)),
    );
    return versions.flatMap((m) => parts(session, m.value, days));
  }
  return [
    node,
    ...operandsOf(node)
      .filter((child) => child.type === 'yes/no')
      .flatMap((child) => parts(session, child, days)),
  ];
}
