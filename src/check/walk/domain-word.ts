/** The domain a word of the rulebook stands for: `lines` is `line`, `companies` is `company`, a group is itself. */
export function domainWord(word: string): string {
  if (word === 'lines') return 'line';
  if (word === 'companies') return 'company';
  return word;
}
