import { attributes, builtInSets, type Scope } from './scope.ts';

/** What a name can be declared as. */
export type NameKind = 'field' | 'measure' | 'group' | 'ranking' | 'set' | 'event' | 'date' | 'source';

/** The kinds under which a name is declared. */
export function kindsOf(name: string, scope: Scope): NameKind[] {
  const kinds: NameKind[] = [];
  if (scope.fields.has(name)) kinds.push('field');
  if (scope.measures.has(name)) kinds.push('measure');
  if (scope.groups.has(name)) kinds.push('group');
  if (scope.rankings.has(name)) kinds.push('ranking');
  if (scope.sets.has(name)) kinds.push('set');
  if (scope.events.has(name)) kinds.push('event');
  if (scope.dates.has(name)) kinds.push('date');
  if (scope.sources.has(name)) kinds.push('source');
  return kinds;
}

/** The names that may stand where a value is wanted. */
export function valueNames(scope: Scope): string[] {
  return [
    ...scope.fields.keys(),
    ...scope.measures.keys(),
    ...scope.groups.keys(),
    ...attributes,
    'eligible',
    'selected',
  ];
}

/** Whether a name may stand where a value is wanted. */
export function isValueName(name: string, scope: Scope): boolean {
  const { fields, measures, groups } = scope;
  return (
    fields.has(name) ||
    measures.has(name) ||
    groups.has(name) ||
    (attributes as readonly string[]).includes(name) ||
    name === 'eligible' ||
    name === 'selected'
  );
}

/** Whether a set has this name. */
export function isSetName(name: string, scope: Scope): boolean {
  return scope.sets.has(name) || (builtInSets as readonly string[]).includes(name);
}

/** The sets that may be named. */
export function setNames(scope: Scope): string[] {
  return [...scope.sets.keys(), ...builtInSets];
}
