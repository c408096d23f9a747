/** The steps of a JSON pointer (RFC 6901), as keys: `/a~1b/0` is `a/b`, `0`. */
export function pointerSteps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
