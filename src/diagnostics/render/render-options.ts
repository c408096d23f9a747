/**
 * How findings are told. `human`: with the lines of the file they are about; `plain`: one paragraph each, for screen
 * readers and logs; `json`: grammar/diagnostics.schema.json; `sarif`: SARIF 2.1.0; `github`: workflow annotations.
 */
export type RenderFormat = 'human' | 'plain' | 'json' | 'sarif' | 'github';

/** `color` and `width` (columns of the terminal) matter to `human` only. */
export type RenderOptions = { format: RenderFormat; color?: boolean; width?: number };

/** The text of each file that findings speak of, by the file name in their spans. */
export type Sources = ReadonlyMap<string, string>;
