/** How large a workload is, and how many lines its index holds. */
export type WorkloadSize = { lines: number; days: number; top: number; keepIn: number; keepOut: number };

export const workloadSizes = {
  S: { lines: 500, days: 2520, top: 100, keepIn: 80, keepOut: 120 },
  M: { lines: 3000, days: 2520, top: 500, keepIn: 400, keepOut: 600 },
  L: { lines: 3000, days: 10_080, top: 500, keepIn: 400, keepOut: 600 },
} as const satisfies Record<string, WorkloadSize>;

/**
 * A seeded, synthetic market. Columns are dense, at `line * days + day`, NaN where there is no value; a line is listed from its
 * `first` to before its `end` (places of days). `reviews` are places of days.
 */
export type Workload = WorkloadSize & {
  dates: Int32Array;
  reviews: Int32Array;
  first: Int32Array;
  end: Int32Array;
  close: Float64Array;
  volume: Float64Array;
  shares: Float64Array;
  float: Float64Array;
};

/** Small fast counting generator of 32-bit numbers (sfc32) with a fixed seed, as numbers from 0 to below 1. */
function uniform(): () => number {
  let [a, b, c, d] = [0x9e3779b9 | 0, 0x243f6a88 | 0, 0xb7e15162 | 0, 20240621 | 0];
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 20; i += 1) next();
  return next;
}

/** Normal deviates in pairs (Box and Muller), the second kept for the next call. */
function normals(next: () => number): () => number {
  let kept = Number.NaN;
  return () => {
    if (!Number.isNaN(kept)) {
      const value = kept;
      kept = Number.NaN;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const angle = 2 * Math.PI * next();
    kept = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

const dayMs = 86_400_000;

/** Day of the month of the nth such weekday (0 is Sunday); months count from 0. */
function nthWeekday(year: number, month: number, weekday: number, n: number): number {
  const first = new Date(Date.UTC(year, month, 1)).getUTCDay();
  return 1 + ((weekday - first + 7) % 7) + 7 * (n - 1);
}

function isHoliday(date: Date): boolean {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (month === 0) return day === 1 || day === nthWeekday(year, 0, 1, 3);
  if (month === 1) return day === nthWeekday(year, 1, 1, 3);
  if (month === 4) return date.getUTCDay() === 1 && day + 7 > 31;
  if (month === 6) return day === 4;
  if (month === 8) return day === nthWeekday(year, 8, 1, 1);
  if (month === 10) return day === nthWeekday(year, 10, 4, 4);
  return month === 11 && day === 25;
}

/** So many trading days up to the end of 2024, as epoch days. */
function tradingDays(count: number): Int32Array {
  const days = new Int32Array(count);
  let left = count;
  for (let at = Date.UTC(2024, 11, 31); left > 0; at -= dayMs) {
    const date = new Date(at);
    const weekday = date.getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !isHoliday(date)) days[--left] = at / dayMs;
  }
  return days;
}

/** Places of the third Fridays of March, June, September and December (or the day before, if closed) with 63 days up to them. */
function reviewDays(dates: Int32Array): Int32Array {
  const found: number[] = [];
  for (let year = new Date(dates[0]! * dayMs).getUTCFullYear(); year <= 2024; year += 1) {
    for (const month of [2, 5, 8, 11]) {
      const friday = Date.UTC(year, month, nthWeekday(year, month, 5, 3)) / dayMs;
      const place = dates.findLastIndex((day) => day <= friday);
      if (place >= 62 && friday - dates[place]! < 7) found.push(place);
    }
  }
  return Int32Array.from(found);
}

/** Makes the workload of a size; the same numbers every time. */
export function makeWorkload(size: WorkloadSize): Workload {
  const { lines: n, days: t } = size;
  const next = uniform();
  const normal = normals(next);
  const dates = tradingDays(t);
  const column = () => new Float64Array(n * t).fill(Number.NaN);
  const work: Workload = {
    ...size,
    dates,
    reviews: reviewDays(dates),
    first: new Int32Array(n),
    end: new Int32Array(n),
    close: column(),
    volume: column(),
    shares: column(),
    float: column(),
  };
  const market = Float64Array.from({ length: t }, () => 0.01 * normal());
  for (let line = 0; line < n; line += 1) addLine(work, line, market, next, normal);
  return work;
}

function addLine(work: Workload, line: number, market: Float64Array, next: () => number, normal: () => number): void {
  const { lines: n, days: t } = work;
  const first = next() < 0.75 ? 0 : Math.floor(next() * (t - 63));
  const end = Math.min(t, first + 63 + Math.floor(-Math.log(1 - next()) * 252 * 100));
  work.first[line] = first;
  work.end[line] = end;
  // One number each for the sector, which no rule of the workload reads.
  next();
  let cap = Math.exp(Math.log(1.2e9) + 1.75 * normal());
  // A handful of very large lines, so that both limits act in some quarters.
  if (line < 8) cap = 2.0e11 * (n / 1000) * (0.5 + 2.5 * next());
  const price = Math.exp(Math.log(28) + 0.9 * normal());
  let shares = Math.round(cap / price);
  let float = next() < 0.35 ? 1 : Math.round(100 * (0.04 + 0.96 * next())) / 100;
  const volatility = 0.011 + 0.018 * next();
  const beta = 0.6 + 0.8 * next();
  const pull = 0.0004;
  const turnover = Math.exp(Math.log(0.0035) + 0.7 * normal());
  let log = Math.log(price);
  let trend = log;
  for (let day = first; day < end; day += 1) {
    trend += 0.00025;
    log += 0.00025 + beta * market[day]! + volatility * normal() - pull * (log - trend);
    if (next() < 1 / 126) shares = Math.round(shares * (1 + 0.03 * normal() + (next() < 0.05 ? 0.15 : 0)));
    if (next() < 1 / 500) float = Math.min(1, Math.max(0.03, Math.round(100 * (float + 0.08 * normal())) / 100));
    const at = line * t + day;
    const close = Math.max(0.05, Math.round(100 * Math.exp(log)) / 100);
    const volume = Math.round(shares * float * turnover * Math.exp(0.6 * normal()));
    work.shares[at] = shares;
    work.float[at] = float;
    // Two in a hundred days lack close and volume, never the first.
    if (day === first || next() >= 0.02) {
      work.close[at] = close;
      work.volume[at] = volume;
    }
  }
}
