const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * A bar for a value from 0 to `most`, in at most so many columns: eighths of a block, or `#` where there are no blocks.
 */
export function bar(value: number, most: number, columns: number, unicode: boolean): string {
  if (!(value > 0) || !(most > 0)) return '';
  const length = Math.min(1, value / most) * columns;
  if (!unicode) return '#'.repeat(Math.max(1, Math.round(length)));
  const whole = Math.floor(length);
  const rest = '█'.repeat(whole) + eighths[Math.floor((length - whole) * 8)]!;
  return rest === '' ? eighths[1]! : rest;
}
