/** Tells something of an entity; made once for all entities. */
export type Teller<T> = (entity: number) => T;

/**
 * What is told of many entities. Where it takes few forms, `kind` numbers the form an entity has, from 0 to `kinds` − 1, so that equal
 * tellings are made once and shared; `kinds` is infinite where nearly each entity has a form of its own.
 */
export type Told<T> = { tell: Teller<T>; kind: Teller<number>; kinds: number };

const mostKinds = 2 ** 16;

/** The same of everyone. */
export function toldOfAll<T>(value: T): Told<T> {
  return { tell: () => value, kind: () => 0, kinds: 1 };
}

/** What nearly each entity has a form of its own of. */
export function toldOfEach<T>(tell: Teller<T>): Told<T> {
  return { tell, kind: () => 0, kinds: Number.POSITIVE_INFINITY };
}

/** One of a few forms, by number. */
export function toldByKind<T>(kinds: number, kind: Teller<number>, make: Teller<T>): Told<T> {
  const made: T[] = [];
  return {
    kinds,
    kind,
    tell: (entity) => {
      const at = kind(entity);
      made[at] ??= make(entity);
      return made[at];
    },
  };
}

/** What is made of several tellings: shared where they take few forms together, else made anew for each entity. */
export function toldOf<T>(parts: Told<unknown>[], make: Teller<T>): Told<T> {
  const kinds = parts.reduce((product, part) => product * part.kinds, 1);
  if (!(kinds <= mostKinds)) return toldOfEach(make);
  const kind = (entity: number) => {
    let at = 0;
    for (const part of parts) at = at * part.kinds + part.kind(entity);
    return at;
  };
  return toldByKind(kinds, kind, make);
}
