/** What a value is of: everything, a line, a company, or a member of a group. */
export type Entity =
  | { kind: 'all' }
  | { kind: 'line'; line: number }
  | { kind: 'company'; company: number }
  | { kind: 'group'; group: string; name: string };
