/** JSON without spaces, keys in order of code units; `keep` says which keys count. */
export function canonicalJson(value: unknown, keep: (key: string) => boolean = () => true): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v, keep)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let json = '';
  for (const key of Object.keys(value).sort()) {
    const part: unknown = value[key as keyof typeof value];
    if (part !== undefined && keep(key))
      json += `${json === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(part, keep)}`;
  }
  return `{${json}}`;
}
