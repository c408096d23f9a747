/** A text as a finding shows it: of a long one, its first 40 signs. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
