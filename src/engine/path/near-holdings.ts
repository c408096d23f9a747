import type { Decimal } from '../numbers/decimal.ts';
import { NearValues } from '../numbers/near-values.ts';
import type { Near } from '../numbers/numbers.ts';
import type { Holding, Holdings, OwnHoldings } from './basket.ts';

/** A basket in double-doubles as columns in the order of lines; a holding is made where it is asked for. */
export class NearHoldings implements OwnHoldings<Near> {
  lines: Int32Array;
  shares: NearValues;
  capFactors: NearValues;
  memberships: Decimal[];
  /** Spun-off lines that leave at the next review. */
  passing: Set<number> | undefined;

  /** `lines` ascend; columns are the basket's from here on. */
  constructor(lines: Int32Array, shares: NearValues, capFactors: NearValues, memberships: Decimal[]) {
    this.lines = lines;
    this.shares = shares;
    this.capFactors = capFactors;
    this.memberships = memberships;
  }

  /** A basket as columns: itself where it is made of them. */
  static of(basket: Holdings<Near>): NearHoldings {
    if (basket instanceof NearHoldings) return basket;
    const held = [...basket.values()].sort((a, b) => a.line - b.line);
    const [shares, capFactors] = [new NearValues(held.length), new NearValues(held.length)];
    held.forEach((holding, i) => {
      shares.put(i, holding.shares);
      capFactors.put(i, holding.capFactor);
    });
    const lines = Int32Array.from(held, ({ line }) => line);
    const memberships = held.map(({ membership }) => membership);
    const made = new NearHoldings(lines, shares, capFactors, memberships);
    const passing = held.flatMap(({ line, untilNextReview }) => (untilNextReview === true ? [line] : []));
    if (passing.length > 0) made.passing = new Set(passing);
    return made;
  }

  /** Another basket with the same holdings; what is changed in one is not in the other. */
  copy(): NearHoldings {
    const { lines, shares, capFactors, memberships, passing } = this;
    const made = new NearHoldings(lines, shares, capFactors, memberships);
    if (passing !== undefined) made.passing = new Set(passing);
    return made;
  }

  get size(): number {
    return this.lines.length;
  }

  get(line: number): Holding<Near> | undefined {
    const at = this.placeOf(line);
    return this.lines[at] === line ? this.holdingAt(at) : undefined;
  }

  has(line: number): boolean {
    return this.lines[this.placeOf(line)] === line;
  }

  set(line: number, holding: Holding<Near>): this {
    const at = this.placeOf(line);
    const known = this.lines[at] === line;
    // The columns are this basket's own from here on; of a new line its place is filled below.
    if (known) this.rebuild(this.lines.length, at, at);
    else this.rebuild(this.lines.length + 1, at, at - 1);
    this.lines[at] = line;
    this.shares.put(at, holding.shares);
    this.capFactors.put(at, holding.capFactor);
    this.memberships[at] = holding.membership;
    if (holding.untilNextReview === true) this.passing = new Set([...(this.passing ?? []), line]);
    else this.passing?.delete(line);
    return this;
  }

  delete(line: number): boolean {
    const at = this.placeOf(line);
    if (this.lines[at] !== line) return false;
    this.rebuild(this.lines.length - 1, at, at + 1);
    this.passing?.delete(line);
    return true;
  }

  keys(): Int32Array {
    return this.lines;
  }

  *values(): Generator<Holding<Near>> {
    for (let i = 0; i < this.lines.length; i += 1) yield this.holdingAt(i);
  }

  private holdingAt(i: number): Holding<Near> {
    const line = this.lines[i]!;
    const { shares, capFactors, memberships } = this;
    const held = { line, shares: shares.at(i), capFactor: capFactors.at(i), membership: memberships[i]! };
    return this.passing?.has(line) === true ? { ...held, untilNextReview: true } : held;
  }

  /** Where a line stands, or would. */
  private placeOf(line: number): number {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.lines[middle]! < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** New columns of so many lines: up to the place `at` the same, from there on those that stood from `from` on. */
  private rebuild(count: number, at: number, from: number): void {
    const { lines, memberships } = this;
    const places = new Int32Array(count);
    this.lines = new Int32Array(count);
    this.memberships = new Array<Decimal>(count);
    for (let i = 0; i < count; i += 1) {
      const place = i < at ? i : from + (i - at);
      places[i] = place;
      this.lines[i] = lines[place]!;
      this.memberships[i] = memberships[place]!;
    }
    this.shares = this.shares.pick(places);
    this.capFactors = this.capFactors.pick(places);
  }
}
