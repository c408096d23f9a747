import type { Rulebook } from '../../model/rulebook.ts';
import type { EventRule, Field, Measure, Ranking } from '../../model/section.ts';
import type { SelectionSection } from '../../model/selection.ts';
import { domainWord } from '../walk/domain-word.ts';

/** A declaration and where it stands. */
export type Declared<T> = { pointer: string; what: T };
/** A group of lines or companies, by the name of what is grouped by. */
export type GroupDeclaration = { name: string; by: string };
/** Declarations by name; several under one name are its versions. */
export type Declarations<T> = Map<string, Declared<T>[]>;

/** Everything that a rulebook gives a name to, by kind. */
export type Scope = {
  fields: Declarations<Field>;
  measures: Declarations<Measure>;
  groups: Declarations<GroupDeclaration>;
  rankings: Declarations<Ranking>;
  /** Named sets; the selection of the index itself is not among them. */
  sets: Declarations<SelectionSection>;
  events: Declarations<EventRule>;
  /** Names of dates of events, with the events that have them. */
  dates: Map<string, Set<string>>;
  sources: Declarations<string[]>;
  /**
   * The currency that all lines are priced in, where every version of the universe says so; that of the index, and
   * where it stands.
   */
  pricedIn?: string;
  currency?: string;
  currencyAt?: string;
};

/** Words that are values everywhere: text that every data set has, and the sets that every review has. */
export const attributes = ['line', 'company', 'symbol', 'name'] as const;
/** Sets that need no declaration. */
export const builtInSets = ['universe', 'eligible', 'constituents', 'selected'] as const;

/** Collects the names of a rulebook. */
export function scopeOf(rulebook: Rulebook): Scope {
  const scope: Scope = {
    fields: new Map(),
    measures: new Map(),
    groups: new Map(),
    rankings: new Map(),
    sets: new Map(),
    events: new Map(),
    dates: new Map(),
    sources: new Map(),
  };
  const priced = new Set(rulebook.sections.flatMap((s) => (s.section === 'universe' ? [s.pricedIn] : [])));
  const [pricedIn] = priced;
  if (priced.size === 1 && pricedIn !== undefined) scope.pricedIn = pricedIn;
  for (const [i, s] of rulebook.sections.entries()) {
    const at = `/sections/${i}`;
    if (s.section === 'index' && s.currency !== undefined && scope.currency === undefined) {
      // Small letters are told where they stand; what is meant is clear.
      scope.currency = /^[A-Za-z]{3}$/.test(s.currency) ? s.currency.toUpperCase() : s.currency;
      scope.currencyAt = `${at}/currency`;
    }
    if (s.section === 'universe') {
      declareAll(scope.groups, s.groups ?? [], `${at}/groups`);
    }
    if (s.section === 'fields') {
      const fields = s.fields.map((f) => ({ ...f, of: domainWord(f.of) }));
      declareAll(scope.fields, fields, `${at}/fields`);
    }
    if (s.section === 'measures') declareAll(scope.measures, s.measures, `${at}/measures`);
    if (s.section === 'rankings') {
      const rankings = s.rankings.map((r) => ({ ...r, of: domainWord(r.of) }));
      declareAll(scope.rankings, rankings, `${at}/rankings`);
    }
    if (s.section === 'selection' && s.set !== undefined)
      declare(scope.sets, s.set, at, { ...s, of: domainWord(s.of) });
    if (s.section === 'sources')
      for (const [k, source] of s.sources.entries())
        declare(scope.sources, source.name, `${at}/sources/${k}`, source.clauses ?? []);
    if (s.section === 'schedule') {
      declareAll(scope.events, s.events, `${at}/events`);
      for (const event of s.events)
        for (const date of event.dates) {
          const events = scope.dates.get(date.name) ?? new Set();
          scope.dates.set(date.name, events.add(event.name));
        }
    }
  }
  return scope;
}

function declareAll<T extends { name: string }>(into: Declarations<T>, list: T[], at: string): void {
  for (const [i, what] of list.entries()) declare(into, what.name, `${at}/${i}`, what);
}

function declare<T>(into: Declarations<T>, name: string, pointer: string, what: T): void {
  const versions = into.get(name) ?? [];
  versions.push({ pointer, what });
  into.set(name, versions);
}
