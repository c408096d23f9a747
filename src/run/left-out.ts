/** How many a rule of eligibility left out, and of these how many because a value was missing. */
export type LeftOut = { rule: string; of: 'line' | 'company'; asked: number; out: number; unknown: number };

/** Why nobody was selected, in words: what each rule of eligibility left out of the lines in the universe. */
export function leftOutWords(lines: number, rules: readonly LeftOut[], eligible: number): string {
  if (lines === 0) return 'no line is in the universe';
  const told = rules.flatMap(({ rule, of, asked, out, unknown }) => {
    if (out === 0) return [];
    const lack = unknown === 0 ? '' : ` (${unknown === out ? 'all' : unknown} for lack of a value)`;
    return [`\`${rule}\` leaves out ${out} of ${asked}${of === 'line' ? '' : ' companies'}${lack}`];
  });
  const rest = eligible === 0 ? [] : [`${eligible} ${eligible === 1 ? 'is' : 'are'} eligible, and no step selects any`];
  return `of ${lines} line${lines === 1 ? '' : 's'} in the universe ${[...told, ...rest].join('; ')}`;
}
