import type { PlanExpression } from '../../plan/expression.ts';
import { exactAttribute } from '../exact/exact-facts.ts';
import type { Frame } from '../session/scope.ts';
import type { TextColumn } from './column.ts';
import { sizeOf } from './domains.ts';
import { groupingOf } from './grouping.ts';

/** Identifiers and names: each entity has an entry of its own. */
export function attributeColumn(frame: Frame, node: PlanExpression & { op: 'attribute' }): TextColumn {
  const { market } = frame.scope.session;
  const n = sizeOf(frame.scope, node.domain);
  const codes = Int32Array.from({ length: n }, (_, i) => i);
  const own = node.attribute === node.domain;
  if (own && node.domain === 'line') return { type: 'text', codes, dictionary: market.lines.ids };
  if (own && node.domain === 'company') return { type: 'text', codes, dictionary: market.companies.ids };
  const dictionary = Array.from(codes, (i) => {
    const text = exactAttribute(frame, node, i);
    if (text === undefined) codes[i] = -1;
    return typeof text === 'string' ? text : '';
  });
  return { type: 'text', codes, dictionary };
}

/** The name of the group that each entity belongs to. */
export function groupNameColumn(frame: Frame, node: PlanExpression & { op: 'group name' }): TextColumn {
  const { names, ofLine, ofCompany } = groupingOf(frame.scope, node.group);
  const own = () => Int32Array.from(names.keys());
  const codes = node.domain === 'line' ? ofLine : node.domain === 'company' ? ofCompany : own();
  return { type: 'text', codes, dictionary: names };
}
