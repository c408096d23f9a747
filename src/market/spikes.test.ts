import { describe, expect, it } from 'vitest';
import { blankSpikes } from './spikes.ts';

const none = Number.NaN;
const cleaned = (values: number[], factor: number, within: number, relativeTo?: number[]) => {
  const column = Float64Array.from(values);
  blankSpikes(
    column,
    values.length,
    factor,
    within,
    relativeTo === undefined ? undefined : Float64Array.from(relativeTo),
  );
  return [...column];
};

describe('spikes', () => {
  it('up and down are left out', () => expect(cleaned([10, 100, 10, 1, 10], 3, 1)).toEqual([10, none, 10, none, 10]));
  it('may last', () => expect(cleaned([10, 100, 101, 10], 3, 2)).toEqual([10, none, none, 10]));
  it('that last longer are changes', () => expect(cleaned([10, 100, 101, 10], 3, 1)).toEqual([10, 100, 101, 10]));
  it('at the end are not known to be spikes', () => expect(cleaned([10, 10, 100], 3, 5)).toEqual([10, 10, 100]));
  it('are seen across days without a value', () =>
    expect(cleaned([10, none, 100, none, 11], 3, 1)).toEqual([10, none, none, none, 11]));
  it('of exactly the factor are none', () => expect(cleaned([10, 30, 10], 3, 1)).toEqual([10, 30, 10]));
  it('that another field shares are none', () =>
    expect(cleaned([10, 100, 10], 3, 1, [1, 10, 1])).toEqual([10, 100, 10]));
  it('do not reach into the next line', () => {
    const column = Float64Array.from([10, 100, 10, 10]);
    blankSpikes(column, 2, 3, 1);
    expect([...column]).toEqual([10, 100, 10, 10]);
  });
});
