/**
 * Decimal text in its one canonical form: no exponent, no leading or trailing zeros, no `-0`. `shift` moves the point
 * to the right.
 */
export function decimalText(value: string, shift = 0): string {
  const match = /^(-?)(\d*)\.?(\d*)$/.exec(value.replaceAll('_', ''));
  if (match === null) throw new Error(`not a decimal number: ${value}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  const point = whole.length + shift;
  let digits = whole + fraction;
  if (point < 0) digits = '0'.repeat(-point) + digits;
  const at = Math.max(0, point);
  if (at > digits.length) digits += '0'.repeat(at - digits.length);
  const left = digits.slice(0, at).replace(/^0+/, '');
  const right = digits.slice(at).replace(/0+$/, '');
  if (left === '' && right === '') return '0';
  return `${sign}${left === '' ? '0' : left}${right === '' ? '' : `.${right}`}`;
}

/** The product of a decimal and a small whole number, canonical. */
export function timesWhole(value: string, factor: number): string {
  const canonical = decimalText(value);
  const [whole = '0', fraction = ''] = canonical.replace('-', '').split('.');
  const product = (BigInt(whole + fraction) * BigInt(factor)).toString();
  return decimalText(`${canonical.startsWith('-') ? '-' : ''}${product}`, -fraction.length);
}
