/** A ratio as a percentage with so many decimals: `0.0941` is `9.41%`. */
export function percentText(ratio: string | number, decimals = 2): string {
  return `${(Number(ratio) * 100).toFixed(decimals)}%`;
}

/** Names in a row: `a, b and c`; of many, the first and how many more. */
export function listed(names: string[], most = 8): string {
  if (names.length === 0) return 'none';
  if (names.length === 1) return names[0]!;
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
