/** Tells whether a decimal as written is the shortest decimal of the number that it was read as, so that nothing of it is lost. */
export function keptExactly(written: string, value: number): boolean {
  const a = canonical(written);
  const b = canonical(String(value));
  return a.digits === b.digits && a.exponent === b.exponent && a.negative === b.negative;
}

/** A decimal as digits without outer zeros and a power of ten. */
function canonical(text: string): { negative: boolean; digits: string; exponent: number } {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return { negative: false, digits: text, exponent: Number.NaN };
  const [, sign, whole = '', part = '', power = '0'] = match;
  const all = (whole + part).replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  const exponent = digits === '' ? 0 : Number(power) - part.length + (all.length - digits.length);
  return { negative: sign === '-' && digits !== '', digits, exponent };
}
