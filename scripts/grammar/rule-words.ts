/** The name of a rule of the grammar in words: `boundedTier` is a bounded tier. */
export function ruleWords(rule: string): string {
  return rule.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const kindWords: Record<string, string> = {
  Newline: 'end of line',
  Indent: 'indented',
  Dedent: 'end of indent',
  Name: 'name',
  Number: 'number',
  Date: 'date',
  Text: 'text',
  Ordinal: 'ordinal',
};

/** A kind of token in words. */
export function kindWord(kind: string): string {
  return kindWords[kind] ?? kind.toLowerCase();
}
