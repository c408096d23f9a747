declare global {
  interface JSON {
    rawJSON(text: string): unknown;
  }
}

/** A decimal text as a JSON number with exactly these digits; a text that is no JSON number stays text. */
export function exactNumber(text: string): unknown {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? JSON.rawJSON(text) : text;
}

/** A JSON document for files and scripts: indented by two, keys in the order given, ended by a line break. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
