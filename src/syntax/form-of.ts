/** The form of a rulebook: sentences, or data as YAML or JSON. */
export type Form = 'text' | 'yaml' | 'json';

/**
 * The form of a rulebook by the end of its file's name: `.yaml`, `.yml` and `.json` are the data form. Under any other
 * name what begins with a brace is JSON, as no sentence does.
 */
export function formOf(source: string, file: string): Form {
  const named = /\.(ya?ml|json)$/i.exec(file)?.[1]?.toLowerCase();
  if (named !== undefined) return named === 'json' ? 'json' : 'yaml';
  return source.trimStart().startsWith('{') ? 'json' : 'text';
}
