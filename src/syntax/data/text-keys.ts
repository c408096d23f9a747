/** What the data form writes as a sentence of the text form. */
export type TextKind = 'expression' | 'dateRule' | 'calendar' | 'unit';

const expressions = new Set([
  'where',
  'everyone',
  'constituents',
  'newcomers',
  'target',
  'upTo',
  'atMost',
  'membership',
  'splitBy',
  'units',
  'notional',
  'threshold',
  'condition',
  'bound',
  'anchor',
  'above',
  'others',
  'criteria',
  'price',
  'tax',
  'value',
  'when',
]);

/** What kind of sentence stands at a key of a node, if any. `parent` is the key that the node itself stands at. */
export function textKind(key: string, node: Record<string, unknown>, parent: string): TextKind | undefined {
  if (parent === 'base' || parent === 'comments' || parent === 'lines' || parent === 'prose') return undefined;
  if (key === 'rule') return 'dateRule';
  if (key === 'calendar') return 'calendar';
  if (key === 'unit') return 'unit';
  // An update says `at once` or `next review` there.
  if (key === 'when' && 'effect' in node) return undefined;
  return expressions.has(key) ? 'expression' : undefined;
}
