import { valueNames } from '../names/kind-of-name.ts';
import type { Expression } from '../../model/expression.ts';
import { childrenOf } from '../walk/children.ts';
import type { Analysis } from './analysis.ts';
import { unitCodes } from './codes.ts';

/** Tells measures of which nothing is known but that they are made of their own earlier values; they never have any. */
export function checkMadeOfItself({ scope, world }: Analysis): void {
  const names = new Set(valueNames(scope));
  const resolved = (e: Expression): boolean =>
    (e.kind !== 'name' || names.has(e.name)) && childrenOf(e).every(([, child]) => resolved(child));
  const versions = [...world.ringed].flatMap((name) => scope.measures.get(name) ?? []);
  if (!versions.every((v) => resolved(v.what.value))) return;
  for (const name of world.ringed) {
    const typing = world.measures.get(name);
    const [version] = scope.measures.get(name) ?? [];
    if (version === undefined || (typing !== 'open' && typing?.type !== 'unknown')) continue;
    world.report({
      code: unitCodes.onlyItself,
      severity: 'error',
      message: `\`${name}\` is made of nothing but its own earlier value`,
      spans: [world.span(version.pointer)],
      why: 'at the first event there is no earlier value, so there would never be one',
      help: `Say what it is at first: \`previous ${name} otherwise …\``,
    });
  }
}
