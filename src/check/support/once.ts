/**
 * The same function, which works its answer out once for each object it is asked about. Only for what is never changed
 * once it is there, such as a rulebook that was read.
 */
export function once<K extends object, V extends object>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
