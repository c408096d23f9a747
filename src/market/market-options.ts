/** What to read of a data set. Days are epoch days, both inclusive; days before `from` are not there to carry values forward. */
export type MarketOptions = { root?: string; fields: Iterable<string>; from?: number; to?: number };
