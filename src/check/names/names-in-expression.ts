import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Expression } from '../../model/expression.ts';
import type { CheckContext } from '../context.ts';
import { childrenOf } from '../walk/children.ts';
import { nameCodes } from './codes.ts';
import { isSetName, isValueName, setNames, valueNames } from './kind-of-name.ts';
import type { Scope } from './scope.ts';
import { unknownName, type Wanted } from './unknown.ts';

/** Where an expression stands: in limits, inside a month by month form, where a text may have been meant. */
export type Around = { inLimits: boolean; byMonth: boolean; text: boolean };

/** Finds the names in an expression that stand for nothing, and words that cannot stand where they do. */
export function namesInExpression(
  e: Expression,
  pointer: string,
  around: Around,
  context: CheckContext,
  scope: Scope,
): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const look = (name: string, wanted: Wanted, known: boolean, names: () => Iterable<string>, at = pointer) => {
    if (!known) findings.push(unknownName(name, wanted, names(), at, context, scope, around.text));
  };
  switch (e.kind) {
    case 'name':
      look(e.name, 'value', isValueName(e.name, scope), () => valueNames(scope));
      break;
    case 'aggregate': {
      const known = e.over === 'company' || scope.groups.has(e.over) || isSetName(e.over, scope);
      const names = () => ['company', ...scope.groups.keys(), ...setNames(scope)];
      look(e.over, 'group', known, names, `${pointer}/over`);
      break;
    }
    case 'rank':
    case 'cumulative':
    case 'at rank':
      look(e.ranking, 'ranking', scope.rankings.has(e.ranking), () => scope.rankings.keys(), `${pointer}/ranking`);
      break;
    case 'member':
      look(e.set, 'set', isSetName(e.set, scope), () => setNames(scope), `${pointer}/set`);
      break;
    case 'added since':
    case 'previous':
      if (e.event !== undefined)
        look(e.event, 'event', scope.events.has(e.event), () => scope.events.keys(), `${pointer}/event`);
      break;
    case 'as of':
      look(e.date, 'date', scope.dates.has(e.date), () => scope.dates.keys(), `${pointer}/date`);
      break;
    case 'of weights':
      if (!around.inLimits)
        findings.push(
          outOfPlace(`\`${e.what === 'nth largest' ? 'largest weight' : e.what}\``, 'in limits', pointer, context),
        );
      break;
    case 'window':
      if (e.span.kind === 'month' && !around.byMonth)
        findings.push(
          outOfPlace('`over month`', 'inside `over … months by month` or `in at least … months`', pointer, context),
        );
      break;
    default:
  }
  const byMonth =
    around.byMonth || e.kind === 'months' || (e.kind === 'window' && e.span.kind === 'last' && e.span.byMonth === true);
  const text = e.kind === 'one of' || (e.kind === 'compare' && (e.op === 'is' || e.op === 'is not'));
  for (const [step, child] of childrenOf(e))
    findings.push(...namesInExpression(child, `${pointer}${step}`, { ...around, byMonth, text }, context, scope));
  return findings;
}

function outOfPlace(words: string, place: string, pointer: string, context: CheckContext): Diagnostic {
  return {
    code: nameCodes.outOfPlace,
    severity: 'error',
    message: `${words} has a meaning only ${place}`,
    spans: [context.span(pointer)],
    why: 'elsewhere there is nothing it could speak of',
    help:
      words === '`over month`'
        ? 'Say how many: `over 1 months`'
        : 'Use `current weight` for the weight in the index on the day',
  };
}
