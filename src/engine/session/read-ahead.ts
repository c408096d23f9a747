import { lastAtOrBefore } from '../../market/index.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import { listedPlaces } from '../columns/listed-places.ts';
import { answerByCounting, type MedianQuestion, medianQuestion } from '../columns/median-question.ts';
import { operandsOf } from '../columns/reads-windows.ts';
import { inForce, runsAt } from './in-force.ts';
import type { Session } from './session.ts';

/** The day of an event that values are read as of, and the day by which they must be known. */
export type ReadingDay = { event: string; effective: number; reference: number; knownBy: number };

/**
 * Reads daily series, and decides what can be counted of them, for all events at once: line by line, so that each column is passed
 * through once from end to end instead of once for each event.
 */
export function readAhead(session: Session, days: ReadingDay[]): void {
  const { market, plan } = session;
  if (days.length < 2 || session.exact) return;
  const n = market.lines.ids.length;
  const listed = listedPlaces(market);
  const place = (day: number) => lastAtOrBefore(market.days, 0, market.days.length, day);
  const at = days.map(({ reference, knownBy }) => ({
    known: place(Math.min(reference, knownBy)),
    day: place(reference),
    reference,
  }));
  const fields = plan.fields.flatMap(({ name, domain, type }) => {
    const facts = market.fields.get(name);
    if (facts?.kind !== 'series' || domain !== 'line' || type !== 'number') return [];
    const columns = days.map(() => new Float64Array(n));
    session.readAhead.set(
      name,
      new Map(days.map((d, k) => [`${d.reference}|${d.knownBy}`, { type: 'number', values: columns[k]! }])),
    );
    if (name === 'close') {
      for (const [k, { reference, knownBy }] of days.entries()) {
        if (knownBy >= reference) session.closesAhead.set(reference, columns[k]!);
      }
    }
    return [{ series: facts.values, columns }];
  });
  const counts = questions(session, days).map(({ node, question, asked }) => {
    const found = days.map((_, k) => (asked[k] === true ? new Uint8Array(n) : undefined));
    session.counted.set(node, new Map(days.map((d, k) => [`${d.reference}|${d.knownBy}`, found[k]])));
    return { question, found };
  });
  for (let line = 0; line < n; line += 1) {
    const [first, last, start] = [listed.first[line]!, listed.last[line]!, line * market.days.length];
    const [from, until] = [market.listedFrom[line]!, market.listedUntil[line]!];
    for (let k = 0; k < at.length; k += 1) {
      const { known, day, reference } = at[k]!;
      const isListed = day >= first && (day < last || (reference <= until && reference >= from));
      for (const { series, columns } of fields) {
        let value = Number.NaN;
        if (isListed) {
          for (let i = known; i >= first; i -= 1) {
            value = series[start + i]!;
            if (!Number.isNaN(value)) break;
          }
        }
        columns[k]![line] = value;
      }
      if (!isListed) continue;
      for (const { question, found } of counts) {
        const into = found[k];
        if (into === undefined) continue;
        const span = question.spans[k]!;
        const [low, high] = [start + Math.max(span.first, first), start + Math.min(span.last, last)];
        into[line] = answerByCounting(question, low, high);
      }
    }
  }
}

type Question = { node: PlanExpression; question: MedianQuestion; asked: boolean[] };

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
