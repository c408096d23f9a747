/** How many generated cases to try: `RULEBOOK_CASES` or the number given. */
export function cases(usual: number): number {
  return Number(process.env.RULEBOOK_CASES ?? usual);
}
