import type { Expression } from '../../model/expression.ts';
import type { CalendarExpr, DateRule, Rulebook } from '../../model/rulebook.ts';
import { onOneLine } from '../../model/words/breaks.ts';
import { calendarText, dateText } from '../../model/words/date-text.ts';
import { expressionText } from '../print/expression-text.ts';
import { yaml } from '../packages.ts';
import { textKind } from './text-keys.ts';

/** The data form: like the model, but expressions, date rules and calendars are texts. */
export function toData(rulebook: Rulebook): unknown {
  return written(rulebook, '');
}

/** A rulebook as YAML 1.2, in a spelling that YAML 1.1 reads alike. */
export function toYaml(rulebook: Rulebook): string {
  return yaml().stringify(toData(rulebook), {
    version: '1.2',
    schema: 'core',
    compat: 'yaml-1.1',
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
}

/** A rulebook as JSON. */
export function toJson(rulebook: Rulebook): string {
  return `${JSON.stringify(toData(rulebook), null, 2)}\n`;
}

function written(node: unknown, at: string): unknown {
  if (Array.isArray(node)) return node.map((item) => written(item, at));
  if (typeof node !== 'object' || node === null) return node;
  const record = node as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, sentence(key, value, record, at) ?? written(value, key)]),
  );
}

function sentence(key: string, value: unknown, node: Record<string, unknown>, at: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  switch (textKind(key, node, at)) {
    case 'expression':
      return onOneLine(expressionText(value as Expression));
    case 'dateRule': {
      const rule = value as DateRule | { op: 'decided' };
      return rule.op === 'decided' ? 'decided' : dateText(rule);
    }
    case 'calendar':
      return calendarText(value as CalendarExpr);
    default:
      return undefined;
  }
}
