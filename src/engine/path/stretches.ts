import type { Course } from './course.ts';
import { NearHoldings } from './near-holdings.ts';

/**
 * What is held of each line without a break, line by line in the order of days: `shares` of `line` from one place of the index days to
 * another, end exclusive.
 */
export type Stretches = { count: number; line: Int32Array; shares: Float64Array; from: Int32Array; to: Int32Array };

/** The stretches of a course, whose entries begin at the places `at`; the last ones end at `end`. */
export function stretchesOf(course: Course, at: number[], end: number, lines: number): Stretches {
  let room = 0;
  for (const entry of course.entries) room += entry.standing.basket.size;
  const found = roomFor(room);
  // NaN of what is not held: a rounding may leave no shares of a line that is.
  const shares = new Float64Array(lines).fill(Number.NaN);
  const since = new Int32Array(lines);
  const kept = new Int32Array(lines).fill(-1);
  const close = (line: number, to: number) => {
    if (!Number.isNaN(shares[line]!) && since[line]! < to) push(found, line, shares[line]!, since[line]!, to);
    shares[line] = Number.NaN;
  };
  // The lines held so far, and those that are held now.
  let [open, now] = [new Int32Array(lines), new Int32Array(lines)];
  let opened = 0;
  for (const [i, entry] of course.entries.entries()) {
    const from = at[i]!;
    let held = 0;
    const { lines: all, shares: amounts } = NearHoldings.of(entry.standing.basket);
    for (let k = 0; k < all.length; k += 1) {
      const line = all[k]!;
      const amount = amounts.hi[k]!;
      kept[line] = i;
      now[held++] = line;
      if (shares[line] === amount) continue;
      close(line, from);
      shares[line] = amount;
      since[line] = from;
    }
    for (let k = 0; k < opened; k += 1) if (kept[open[k]!] !== i) close(open[k]!, from);
    [open, now] = [now, open];
    opened = held;
  }
  for (let k = 0; k < opened; k += 1) close(open[k]!, end);
  return byLine(found, lines);
}

function roomFor(count: number): Stretches {
  return {
    count: 0,
    line: new Int32Array(count),
    shares: new Float64Array(count),
    from: new Int32Array(count),
    to: new Int32Array(count),
  };
}

function push(into: Stretches, line: number, shares: number, from: number, to: number): void {
  const at = into.count++;
  into.line[at] = line;
  into.shares[at] = shares;
  into.from[at] = from;
  into.to[at] = to;
}

/** Counted out by line; those of one line stay in the order they were found, which is that of days. */
function byLine(found: Stretches, lines: number): Stretches {
  const starts = new Int32Array(lines + 1);
  for (let i = 0; i < found.count; i += 1) starts[found.line[i]! + 1]! += 1;
  for (let line = 0; line < lines; line += 1) starts[line + 1]! += starts[line]!;
  const sorted = { ...roomFor(found.count), count: found.count };
  for (let i = 0; i < found.count; i += 1) {
    const line = found.line[i]!;
    const at = starts[line]!++;
    sorted.line[at] = line;
    sorted.shares[at] = found.shares[i]!;
    sorted.from[at] = found.from[i]!;
    sorted.to[at] = found.to[i]!;
  }
  return sorted;
}
