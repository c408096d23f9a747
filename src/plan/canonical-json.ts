/** JSON without spaces, keys in order of code units; `keep` says which keys count. */
export function canonicalJson(value: unknown, keep: (key: string) => boolean = () => true): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v, keep)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([key, v]) => v !== undefined && keep(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, v]) => `${JSON.stringify(key)}:${canonicalJson(v, keep)}`);
  return `{${entries.join(',')}}`;
}
