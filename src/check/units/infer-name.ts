import type { Declared } from '../names/scope.ts';
import { attributes } from '../names/scope.ts';
import type { Field, Measure } from '../../model/section.ts';
import { unitCodes } from './codes.ts';
import { said } from './mismatch.ts';
import { parseUnit } from './parse-unit.ts';
import { amount, type Typing, text, unknown, yesNo } from './typing.ts';
import { powered, type Unit } from './unit.ts';
import { common } from './unit-algebra.ts';
import type { World } from './world.ts';

/** What a name stands for; unknown names are told by the check of names. */
export function inferName(name: string, world: World): Typing {
  const field = world.scope.fields.get(name)?.[0];
  if (field !== undefined) return fieldTyping(field.what, world);
  if (world.scope.measures.has(name)) return measureTyping(name, world);
  if (world.scope.groups.has(name) || (attributes as readonly string[]).includes(name)) return text;
  if (name === 'eligible' || name === 'selected') return yesNo;
  return unknown;
}

/** What a field holds, by its unit. With `priced in USD` the own currency of each line is USD. */
export function fieldTyping(field: Field, world: World): Typing {
  if (field.unit === 'text' || field.unit === 'date' || field.unit === 'yes/no') return { type: field.unit };
  const parsed = parseUnit(field.unit, world.own);
  return 'unknown' in parsed ? unknown : amount(inPricedCurrency(parsed.unit, world));
}

function inPricedCurrency(unit: Unit, world: World): Unit {
  const own = unit.powers.get('currency');
  if (own === undefined || world.scope.pricedIn === undefined) return unit;
  const powers = new Map(unit.powers);
  powers.delete('currency');
  powers.set(world.scope.pricedIn, (powers.get(world.scope.pricedIn) ?? 0) + own);
  return powered(powers);
}

/** What a measure is; all its versions have to be the same. */
function measureTyping(name: string, world: World): Typing {
  const known = world.measures.get(name);
  if (known === 'open') return unknown;
  if (known !== undefined) return known;
  const first: Typing | 'open' = world.ringed.has(name) && !world.guessing ? guess(name, world) : 'open';
  world.measures.set(name, first);
  const typing = versionsTyping(name, world);
  world.measures.set(name, typing);
  return typing;
}

/** A first look at a measure that is made of itself, telling nothing. */
function guess(name: string, world: World): Typing {
  const aside: World = {
    ...world,
    types: new Map(),
    measures: new Map(world.measures).set(name, 'open'),
    report: () => {},
    infer: (e, pointer) => world.inferIn(e, pointer, aside),
    guessing: true,
  };
  return versionsTyping(name, aside);
}

function versionsTyping(name: string, world: World): Typing {
  let typing: Typing = unknown;
  let first: Declared<Measure> | undefined;
  for (const version of world.scope.measures.get(name) ?? []) {
    const next = world.infer(version.what.value, `${version.pointer}/value`);
    if (next.type === 'unknown') continue;
    const merged = first === undefined ? next : merge(typing, next);
    first ??= version;
    if (merged !== undefined) typing = merged;
    else tellVersions(name, [version, next], [first, typing], world);
  }
  return typing;
}

type Version = [Declared<Measure>, Typing];

function tellVersions(name: string, [version, next]: Version, [first, typing]: Version, world: World): void {
  const side = (v: Declared<Measure>, t: Typing) => ({ expression: v.what.value, pointer: v.pointer, typing: t });
  world.report({
    code: unitCodes.versionsDiffer,
    severity: 'error',
    message: `the versions of \`${name}\` differ in what they are`,
    spans: [
      world.span(version.pointer, said(side(version, next), 'this version')),
      world.span(first.pointer, said(side(first, typing), 'this version')),
    ],
    why: 'a rule that uses the measure would mean something else from one day to the next',
    help: 'Give both versions the same unit, or give them different names',
  });
}

function merge(a: Typing, b: Typing): Typing | undefined {
  if (a.type === 'number' && b.type === 'number') {
    const unit = common(a.unit, b.unit);
    return unit === undefined ? undefined : amount(unit);
  }
  return a.type === b.type ? a : undefined;
}
