import { productError } from '../src/engine/numbers/double-double.ts';
import type { Workload } from './workload-data.ts';

/**
 * The workload written out by hand over its columns, with nothing but doubles and no plan: what the engine is measured against.
 * Decides the median by counting. Gives the last level. `longSums`: every product and sum of the daily values in double-doubles, which is
 * what exact levels cost where nothing else is exact.
 */
export function kernel(work: Workload, longSums = false): number {
  const { lines: n, days: t, reviews } = work;
  const count = reviews.length;
  const cap = new Float64Array(n * count);
  const price = new Float64Array(n * count);
  for (let line = 0; line < n; line += 1) screenLine(work, line, cap, price);
  const units = new Float64Array(n * count);
  const totals = new Float64Array(count);
  const member = new Uint8Array(n);
  for (let k = 0; k < count; k += 1) totals[k] = holdAt(work, k, cap, price, member, units);
  const value = new Float64Array(t);
  const left = new Float64Array(t);
  const low = new Float64Array(longSums ? t : 0);
  for (let line = 0; line < n; line += 1) addLine(work, line, units, price, value, left, low);
  for (let day = 0; day < low.length; day += 1) value[day]! += low[day]!;
  let level = 1000;
  for (let k = 0; k < count; k += 1) {
    let divisor = totals[k]! / level;
    let before = totals[k]!;
    const until = k + 1 < count ? reviews[k + 1]! : t - 1;
    for (let day = reviews[k]! + 1; day <= until; day += 1) {
      divisor *= (before - left[day]!) / before;
      before = value[day]!;
      level = before / divisor;
    }
  }
  return level;
}

/** Float capitalisation at every review where the line may be selected, else 0. */
function screenLine(work: Workload, line: number, cap: Float64Array, price: Float64Array): void {
  const { days: t, reviews, close, volume, shares, float } = work;
  const count = reviews.length;
  const [first, end, start] = [work.first[line]!, work.end[line]!, line * t];
  for (let k = 0; k < count; k += 1) {
    const day = reviews[k]!;
    if (day < first || day >= end || !(float[start + day]! >= 0.1)) continue;
    let at = start + day;
    while (at > start + first && Number.isNaN(close[at]!)) at -= 1;
    const last = close[at]!;
    if (!(last >= 1)) continue;
    let seen = 0;
    let reach = 0;
    for (let i = start + Math.max(first, day - 62); i <= start + day; i += 1) {
      const traded = close[i]! * volume[i]!;
      reach += traded >= 1e6 ? 1 : 0;
      seen += Number.isNaN(traded) ? 0 : 1;
    }
    if (seen < 42 || 2 * reach < seen) continue;
    if (2 * reach === seen && median(work, start + Math.max(first, day - 62), start + day) < 1e6) continue;
    cap[line * count + k] = last * shares[start + day]! * float[start + day]!;
    price[line * count + k] = last;
  }
}

function median({ close, volume }: Workload, from: number, to: number): number {
  const traded: number[] = [];
  for (let i = from; i <= to; i += 1) if (!Number.isNaN(close[i]! * volume[i]!)) traded.push(close[i]! * volume[i]!);
  traded.sort((a, b) => a - b);
  const half = traded.length >> 1;
  return traded.length % 2 === 1 ? traded[half]! : (traded[half - 1]! + traded[half]!) / 2;
}

/** Ranks, keeps members within the buffer, weights and limits; gives the value of the basket. */
export function holdAt(
  work: Workload,
  k: number,
  cap: Float64Array,
  price: Float64Array,
  member: Uint8Array,
  units: Float64Array,
): number {
  const { lines: n, top, keepIn, keepOut, reviews } = work;
  const count = reviews.length;
  const order: number[] = [];
  for (let line = 0; line < n; line += 1) if (cap[line * count + k]! > 0) order.push(line);
  const ranked = Int32Array.from(order).sort((a, b) => cap[b * count + k]! - cap[a * count + k]! || a - b);
  const taken = new Set<number>(ranked.subarray(0, k === 0 ? top : keepIn));
  for (const line of ranked.subarray(keepIn, keepOut)) if (taken.size < top && member[line] === 1) taken.add(line);
  for (const line of ranked) if (taken.size < top) taken.add(line);
  member.fill(0);
  const lines = [...taken];
  const weights = lines.map((line) => cap[line * count + k]!);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const limited = limit(weights.map((weight) => weight / total));
  lines.forEach((line, i) => {
    member[line] = 1;
    units[line * count + k] = (limited[i]! * total) / price[line * count + k]!;
  });
  return total;
}

/** None above 24 %; those above 4.5 %, if more than 48 % together, to 40 % with the others at most 4.5 %. */
function limit(weights: number[]): number[] {
  let now = pour(weights, 0.24, () => false);
  const large = now.map((weight) => weight > 0.045);
  const sum = now.reduce((total, weight, i) => total + (large[i] ? weight : 0), 0);
  if (sum <= 0.48) return now;
  now = now.map((weight, i) => weight * (large[i] ? 0.4 / sum : 0.6 / (1 - sum)));
  return pour(now, 0.045, (i) => large[i]!);
}

/** None above a bound but those that are left alone; the excess goes to the others in proportion. */
function pour(weights: number[], bound: number, alone: (i: number) => boolean): number[] {
  const now = [...weights];
  const held = new Set<number>();
  for (;;) {
    const before = held.size;
    now.forEach((weight, i) => {
      if (!alone(i) && weight > bound) held.add(i);
    });
    if (held.size === before) return now;
    let [kept, free] = [0, 0];
    now.forEach((weight, i) => {
      if (held.has(i)) now[i] = bound;
      if (held.has(i) || alone(i)) kept += now[i]!;
      else free += weight;
    });
    now.forEach((weight, i) => {
      if (!held.has(i) && !alone(i)) now[i] = (weight * (1 - kept)) / free;
    });
  }
}

/** Adds what is held of a line to the value of each day; a line that is delisted leaves before the open at its last price. */
function addLine(
  work: Workload,
  line: number,
  units: Float64Array,
  prices: Float64Array,
  value: Float64Array,
  left: Float64Array,
  low: Float64Array,
): void {
  const { days: t, reviews, close } = work;
  const count = reviews.length;
  const end = work.end[line]!;
  for (let k = 0; k < count; k += 1) {
    const held = units[line * count + k]!;
    if (held === 0) continue;
    const until = k + 1 < count ? reviews[k + 1]! : t - 1;
    let price = prices[line * count + k]!;
    if (low.length > 0)
      price = addLong(close, line * t, reviews[k]! + 1, Math.min(until + 1, end), held, price, value, low);
    else {
      for (let day = reviews[k]! + 1; day <= until && day < end; day += 1) {
        const seen = close[line * t + day]!;
        if (!Number.isNaN(seen)) price = seen;
        value[day]! += held * price;
      }
    }
    if (end <= until && end > reviews[k]!) left[end]! += held * price;
  }
}

/** Adds held × close of each day in double-doubles; gives the last price. */
function addLong(
  close: Float64Array,
  start: number,
  from: number,
  to: number,
  held: number,
  before: number,
  high: Float64Array,
  low: Float64Array,
): number {
  let price = before;
  for (let day = from; day < to; day += 1) {
    const seen = close[start + day]!;
    if (!Number.isNaN(seen)) price = seen;
    const product = held * price;
    const sum = high[day]! + product;
    const part = sum - high[day]!;
    low[day]! += high[day]! - (sum - part) + (product - part) + productError(held, price, product);
    high[day] = sum;
  }
  return price;
}
