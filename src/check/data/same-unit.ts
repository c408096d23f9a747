/**
 * Whether values in the one unit can be read as values in the other. Percent, points and ratios are one once they are
 * read; `currency` stands for the line's own, whatever it is.
 */
export function sameUnit(declared: string, given: string): boolean {
  const [a, b] = [plain(declared), plain(given)];
  if (a === b) return true;
  return anyCurrency(a) === anyCurrency(b) && (a.startsWith('currency') || b.startsWith('currency'));
}

function plain(unit: string): string {
  const words = unit.trim().replaceAll(/\s+/g, ' ');
  return ['%', 'percent', 'points', 'ratio'].includes(words) ? 'ratio' : words.replace(/^share$/, 'shares');
}

function anyCurrency(unit: string): string {
  return unit.replace(/^([A-Z]{3}|currency)(?= per |$)/, 'currency');
}
