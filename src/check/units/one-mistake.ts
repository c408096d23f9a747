import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Expression } from '../../model/expression.ts';
import { counted } from '../support/listed.ts';
import { decidingNames } from './side.ts';
import type { Typing } from './typing.ts';
import { isPlain } from './unit.ts';
import { unitWords } from './unit-words.ts';
import type { World } from './world.ts';

/** What a mistake that shows in several places comes from; `help`, how to mend it there, is told once it shows in a second place. */
export type Origin = { key: string; help?: string };

/** A reporter that tells what has one origin once, at the first place, with all the others. */
export function tellOnce(findings: Diagnostic[]): (d: Diagnostic, origin?: Origin) => void {
  const told = new Map<string, { first: Diagnostic; message: string; others: number }>();
  return (d, origin) => {
    const known = origin === undefined ? undefined : told.get(origin.key);
    if (origin === undefined || known === undefined) {
      findings.push(d);
      if (origin !== undefined) told.set(origin.key, { first: d, message: d.message, others: 0 });
      return;
    }
    const [place] = d.spans;
    const { first } = known;
    if (place === undefined || first.spans.some((s) => s.start === place.start && s.end === place.end)) return;
    known.others++;
    first.message = `${known.message}, and so in ${counted(known.others, 'other place')}`;
    first.spans.push({ ...place, label: 'so too here' });
    if (origin.help !== undefined) first.help = origin.help;
  };
}

/** Where amounts in the own currency of each line come in without a conversion: the measure, nearest to the fields, that the others use. */
export function ownCurrencyOrigin(e: Expression, world: World): Origin | undefined {
  const { scope } = world;
  const measure = nearestMeasure(e, world);
  if (measure === undefined) return undefined;
  const value = scope.measures.get(measure)?.[0]?.what.value;
  const target = scope.currency ?? 'USD';
  const mended = value?.kind === 'name' ? `\`${measure} = ${value.name} in ${target}\`` : `\`… in ${target}\``;
  return {
    key: `own currency ${measure}`,
    help: `Convert it in the measure \`${measure}\`, which all of these use: ${mended}; or say \`priced in ${target}\` in the universe, which leaves out all lines that trade in another currency`,
  };
}

/** What is common to all comparisons of one name with literals of one kind: the name is not what they take it for. */
export function comparisonOrigin(one: Compared, other: Compared, world: World): Origin | undefined {
  for (const side of [one, other])
    if (side.typing.type === 'number' && side.typing.unit.powers.has('currency')) {
      const origin = ownCurrencyOrigin(side.expression, world);
      if (origin !== undefined) return origin;
    }
  const name = [one, other].find((side) => side.expression.kind === 'name');
  const literal = [one, other].find((side) => ['number', 'text', 'date', 'yes-no'].includes(side.expression.kind));
  if (name?.expression.kind !== 'name' || literal === undefined || isBare(literal.typing)) return undefined;
  const field = world.scope.fields.get(name.expression.name)?.[0]?.what;
  const unit = kindWords(literal.typing);
  return {
    key: `${name.expression.name} as ${unit}`,
    ...(field !== undefined &&
      name.typing.type !== 'yes/no' && {
        help: `If they are right, declare the field so: \`${field.name} of ${field.of}: ${unit}\`; otherwise compare it with what it is: ${field.unit}`,
      }),
  };
}

type Compared = { expression: Expression; typing: Typing };

function isBare(typing: Typing): boolean {
  return typing.type === 'number' && typing.unit.bare === true;
}

function kindWords(typing: Typing): string {
  if (typing.type !== 'number') return typing.type;
  return isPlain(typing.unit) ? [...typing.unit.readings][0]! : unitWords(typing.unit);
}

/** The measure in the own currency of each line that an expression takes its unit from: the one nearest to the fields. */
function nearestMeasure(e: Expression, { scope, measures }: World): string | undefined {
  const own = (name: string) => {
    const typing = measures.get(name);
    return typing !== undefined && typing !== 'open' && typing.type === 'number' && typing.unit.powers.has('currency');
  };
  const seen = new Set<string>();
  let found: string | undefined;
  let names = decidingNames(e);
  for (;;) {
    const next = names.find((name) => !seen.has(name) && !scope.fields.has(name) && own(name));
    if (next === undefined) return found;
    seen.add(next);
    found = next;
    names = scope.measures.get(next)?.flatMap((version) => decidingNames(version.what.value)) ?? [];
  }
}
