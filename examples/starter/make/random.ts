/** A source of numbers that look random and are the same on every machine for the same seed. */
export type Random = {
  /** Between 0 (included) and 1 (not included). */
  uniform(): number;
  /** Mean 0, variance 1; the sum of twelve uniforms, so that no transcendental function can differ between machines. */
  normal(): number;
  /** A whole number from 0 to `count - 1`. */
  below(count: number): number;
};

/** A stream of numbers for one purpose: streams of different names do not disturb one another. */
export function randomStream(seed: number, name: string): Random {
  let state = seed >>> 0;
  for (let i = 0; i < name.length; i += 1) state = mix(state ^ name.charCodeAt(i));
  const uniform = () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mix(state) / 4294967296;
  };
  return {
    uniform,
    normal: () => {
      let sum = -6;
      for (let i = 0; i < 12; i += 1) sum += uniform();
      return sum;
    },
    below: (count) => Math.floor(uniform() * count),
  };
}

/** Spreads the bits of a 32-bit number (multiply and shift, odd constants). */
function mix(value: number): number {
  let x = value >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  return (x ^ (x >>> 16)) >>> 0;
}
