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
  '。': 'nothing in its place: a sentence ends with its line',
  '・': '`,` between parts of a sentence',
  '〜': '`to` between ranks and `from … until …` between days',
  '~': '`to` between ranks and `from … until …` between days',
  ';': '`,` between parts of a sentence; a sentence ends with its line',
};

/** Signs of currencies, by the code to write for them. */
const currencies: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'JPY',
  '₩': 'KRW',
  '₹': 'INR',
  $: 'USD',
};

/** How to mend what the language has no use for. `line`: the word that its line begins with, where it is not the first itself. */
export function strayHelp(found: string, line?: string): string {
  const sign = signs[found];
  if (sign !== undefined) return `Write ${sign}`;
  const currency = currencies[found];
  if (currency !== undefined) {
    const other = found === '$' ? ', or the code of the currency that is meant' : '';
    return line === 'currency' || line === 'priced in'
      ? `Write \`${line} ${currency}\`${other}`
      : `Write \`${currency}\` after the amount${other}`;
  }
  if (found.startsWith('!')) return '`is not` says that two values differ, `not` denies a condition';
  if (found.startsWith('.')) return 'Write a zero before the point: `0.5`';
  if (/[•◦▪‣]/.test(found)) return 'Take the bullet away; each rule begins with its name and a colon';
  if (/\p{L}/u.test(found))
    return 'Names are made of the letters a to z, digits and `_`; other letters belong in texts';
  return 'Take it away, or put it between quotation marks if it is part of a text';
}
