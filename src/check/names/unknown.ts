import type { Diagnostic } from '../../diagnostics/index.ts';
import type { CheckContext } from '../context.ts';
import { nameCodes } from './codes.ts';
import { kindsOf, type NameKind } from './kind-of-name.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Scope } from './scope.ts';

/** What was looked for, in words, and how a name of another kind would be used as a value. */
export type Wanted = 'value' | 'ranking' | 'set' | 'event' | 'date' | 'group' | 'source';

const codes: Record<Wanted, string> = {
  value: nameCodes.unknownName,
  ranking: nameCodes.unknownRanking,
  set: nameCodes.unknownSet,
  event: nameCodes.unknownEvent,
  date: nameCodes.unknownDate,
  group: nameCodes.unknownGroup,
  source: nameCodes.unknownSource,
};
const wantedWords: Record<Wanted, string> = {
  value: 'a field or measure',
  ranking: 'a ranking',
  set: 'a set',
  event: 'an event',
  date: 'a date of an event',
  group: 'a group, a set or `company`',
  source: 'a source',
};
const where: Record<Wanted, string> = {
  value: 'Declare it in `fields` (market data) or `measures`',
  ranking: 'Declare it in `rankings`',
  set: 'Sets are `universe`, `eligible`, `constituents`, `selected` and those that a `selection` names',
  event: 'Declare it in `schedule`',
  date: 'Declare it under its event in `schedule`',
  group: 'Declare the group in `universe`: `group sector by industry`',
  source: 'Declare it in `sources`',
};

/**
 * Says that a name stands for nothing, or for something else than is wanted there. `text`: it stands where a text is
 * likely to have been meant.
 */
export function unknownName(
  name: string,
  wanted: Wanted,
  candidates: Iterable<string>,
  pointer: string,
  context: CheckContext,
  scope: Scope,
  text = false,
): Diagnostic {
  const [kind] = kindsOf(name, scope);
  const declared = kind === undefined ? undefined : firstPlace(name, kind, scope);
  if (kind !== undefined)
    return {
      code: nameCodes.otherKind,
      severity: 'error',
      message: `\`${name}\` is ${article(kind)}, but ${wantedWords[wanted]} is wanted here`,
      spans: [
        context.span(pointer),
        ...(declared === undefined ? [] : [context.span(declared, `\`${name}\` is declared here`)]),
      ],
      why: 'each kind of name has its own use',
      help: useInstead(name, kind, wanted),
    };
  const close = nearest(name, candidates);
  return {
    code: codes[wanted],
    severity: 'error',
    message: `\`${name}\` is not known as ${wantedWords[wanted]}`,
    spans: [context.span(pointer)],
    why: 'every name is declared in the rulebook, so that there is one place that says what it means',
    help:
      close !== undefined
        ? `Did you mean \`${close}\`?`
        : text
          ? `Text is written in quotes: \`"${name}"\``
          : where[wanted],
  };
}

function article(kind: NameKind): string {
  return kind === 'event' ? 'an event' : kind === 'date' ? 'a date of an event' : `a ${kind}`;
}

function firstPlace(name: string, kind: NameKind, scope: Scope): string | undefined {
  switch (kind) {
    case 'field':
      return scope.fields.get(name)?.[0]?.pointer;
    case 'measure':
      return scope.measures.get(name)?.[0]?.pointer;
    case 'group':
      return scope.groups.get(name)?.[0]?.pointer;
    case 'ranking':
      return scope.rankings.get(name)?.[0]?.pointer;
    case 'set':
      return scope.sets.get(name)?.[0]?.pointer;
    case 'event':
      return scope.events.get(name)?.[0]?.pointer;
    case 'source':
      return scope.sources.get(name)?.[0]?.pointer;
    case 'date':
      return undefined;
    default:
      return kind satisfies never;
  }
}

function useInstead(name: string, kind: NameKind, wanted: Wanted): string {
  if (wanted === 'value') {
    if (kind === 'ranking') return `Write \`rank in ${name}\` for the rank`;
    if (kind === 'set') return `Write \`member of ${name}\` for being in it`;
    if (kind === 'event') return `Write \`added since ${name}\`, or \`previous … at ${name}\``;
  }
  if (wanted === 'ranking' && (kind === 'measure' || kind === 'field'))
    return `Make a ranking by it: \`${name}_rank: companies by ${name}, largest first, then by company\``;
  if (wanted === 'group' && kind === 'field') return `Make a group of it in the universe: \`group ${name} by ${name}\``;
  return where[wanted];
}
