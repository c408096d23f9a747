/** A decimal text for people: digits in threes, and of a number from a thousand on no more than two decimals (`2,460,569,150`, `0.4882`). */
export function groupedNumber(text: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return text;
  const [, sign = '', whole = '', rest = ''] = parts;
  const [ones = '0', decimals = ''] =
    whole.length > 3
      ? Number(`0.${rest || '0'}`)
          .toFixed(2)
          .split('.')
      : ['0', rest];
  const units = (BigInt(whole) + BigInt(ones)).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const end = decimals.replace(/0+$/, '');
  return `${sign}${units}${end === '' ? '' : `.${end}`}`;
}
