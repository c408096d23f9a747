import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Expression } from '../../model/expression.ts';
import type { CheckContext } from '../context.ts';
import { finding } from '../support/finding.ts';
import { childrenOf } from '../walk/children.ts';
import { casesOf } from './cases.ts';
import { alwaysHolds, implies, type Known, satisfiable } from './satisfiable.ts';

type Part = { e: Expression; pointer: string };

/** What is wrong with one condition by itself: RB4101 and RB4103 to RB4107. */
export function conditionFindings(
  context: CheckContext,
  e: Expression,
  pointer: string,
  name: string,
  known: Known,
): Diagnostic[] {
  const months = monthsFindings(context, e, pointer);
  if (months.length > 0) return months;
  if (!satisfiable(casesOf(e), known)) {
    return [
      finding(
        'error',
        'RB4101',
        `nothing can ever meet the condition of \`${name}\``,
        [context.span(pointer, 'no value satisfies this')],
        'its parts exclude one another, so it shuts everything out',
        'correct one of the bounds, or write `or` where either of the parts is enough',
      ),
    ];
  }
  if (alwaysHolds(e, known)) {
    return [
      finding(
        'warning',
        'RB4103',
        `the condition of \`${name}\` leaves nothing out`,
        [context.span(pointer, 'every known value satisfies this')],
        'a rule without an effect looks like protection and is none',
        'correct the bound, take the rule away, or say `known …` if it is there to leave out what has no value',
      ),
    ];
  }
  return parts(context, { e, pointer }, known);
}

/** Looks for idle parts in every `and` and `or`. */
function parts(context: CheckContext, { e, pointer }: Part, known: Known): Diagnostic[] {
  if (e.kind !== 'and' && e.kind !== 'or') {
    return e.kind === 'not' ? parts(context, { e: e.operand, pointer: `${pointer}/operand` }, known) : [];
  }
  const all = flattened(e, pointer, e.kind);
  const idle = all.flatMap((part, i): Diagnostic[] => {
    if (e.kind === 'or' && !satisfiable(casesOf(part.e), known)) {
      return [
        finding(
          'warning',
          'RB4107',
          'this part of an `or` can never hold',
          [context.span(part.pointer, 'no value satisfies this')],
          'the condition then says less than it seems to',
          'correct one of its bounds, or take the part away',
        ),
      ];
    }
    // Of two equal parts the later one is idle.
    const cover = all.find((other, k) => {
      if (k === i) return false;
      const covered = e.kind === 'or' ? implies(part.e, other.e, known) : implies(other.e, part.e, known);
      const back = e.kind === 'or' ? implies(other.e, part.e, known) : implies(part.e, other.e, known);
      return covered && (!back || k < i);
    });
    if (cover === undefined) return [];
    return [
      finding(
        'warning',
        e.kind === 'or' ? 'RB4105' : 'RB4106',
        e.kind === 'or'
          ? 'this part of an `or` adds nothing to another'
          : 'this part of an `and` asks nothing that another does not',
        [
          context.span(part.pointer, 'has no effect'),
          context.span(cover.pointer, e.kind === 'or' ? 'holds whenever the other does' : 'is stricter'),
        ],
        'one of the two bounds is probably not what was meant',
        'correct one of them, or take the idle part away',
      ),
    ];
  });
  return idle.length > 0 ? idle : all.flatMap((part) => parts(context, part, known));
}

function flattened(e: Expression, pointer: string, kind: 'and' | 'or'): Part[] {
  if (e.kind !== kind) return [{ e, pointer }];
  return [...flattened(e.left, `${pointer}/left`, kind), ...flattened(e.right, `${pointer}/right`, kind)];
}

/** RB4108: more months asked for than are looked at. */
function monthsFindings(context: CheckContext, e: Expression, pointer: string): Diagnostic[] {
  const inside = childrenOf(e).flatMap(([step, child]) => monthsFindings(context, child, `${pointer}${step}`));
  if (e.kind !== 'months' || e.atLeast <= e.of) return inside;
  return [
    finding(
      'error',
      'RB4108',
      `at least ${e.atLeast} of ${e.of} months can never be reached`,
      [context.span(pointer)],
      'there are not that many months to look at',
      `ask for at most ${e.of} months, or look back further`,
    ),
  ];
}
