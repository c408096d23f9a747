/** Signs of methodology documents and word processors, by what to write for them. */
const signs: Readonly<Record<string, string>> = {
  '≥': '`>=`',
  '≤': '`<=`',
  '⩾': '`>=`',
  '⩽': '`<=`',
  '≠': '`is not`',
  '×': '`*`',
  '·': '`*`',
  '÷': '`/`',
  '−': '`-`',
  '–': '`-` for minus, `to` between ranks and `from … until …` between days',
  '—': '`-` for minus, `to` between ranks and `from … until …` between days',
  '‑': '`-` for minus; names have `_` in place of a hyphen',
  '…': 'the words that it stands for',
  '&': '`and`',
  '&&': '`and`',
  '|': '`or`',
  '||': '`or`',
  '€': '`EUR` after the amount',
  '£': '`GBP` after the amount',
  '¥': '`JPY` after the amount',
  $: '`USD` after the amount, or the code of the currency that is meant',
  ';': '`,` between parts of a sentence; a sentence ends with its line',
};

/** How to mend what the language has no use for. */
export function strayHelp(found: string): string {
  const sign = signs[found];
  if (sign !== undefined) return `Write ${sign}`;
  if (found.startsWith('!')) return '`is not` says that two values differ, `not` denies a condition';
  if (found.startsWith('.')) return 'Write a zero before the point: `0.5`';
  if (/[•◦▪‣]/.test(found)) return 'Take the bullet away; each rule begins with its name and a colon';
  if (/\p{L}/u.test(found))
    return 'Names are made of the letters a to z, digits and `_`; other letters belong in texts';
  return 'Take it away, or put it between quotation marks if it is part of a text';
}
