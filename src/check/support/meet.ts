/**
 * The events at which both run; undefined where one of them runs at every event and so it is those of the other, or
 * all.
 */
function sharedEvents(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : a.filter((event) => b.includes(event));
}

/** Whether there is an event at which both run. */
export function meet(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return sharedEvents(a, b)?.length !== 0;
}
