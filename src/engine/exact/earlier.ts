import { type Frame, referenceFrame, type Scope } from '../session/scope.ts';

/** The latest earlier event (of a name), as of its own reference date; undefined where there was none. */
export function earlierFrame(frame: Frame, event: string | undefined): Frame | undefined {
  const scope = earlierScope(frame.scope, event);
  return scope === undefined ? undefined : referenceFrame(scope);
}

export function earlierScope(scope: Scope, event: string | undefined): Scope | undefined {
  let at = scope.earlier;
  while (at !== undefined && event !== undefined && at.event !== event) at = at.earlier;
  return at;
}
