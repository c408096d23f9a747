import type { PlanExpression } from '../../plan/expression.ts';
import { exactValue } from '../exact/exact-value.ts';
import { Decimal } from '../numbers/decimal.ts';
import type { Exact, Frame } from '../session/scope.ts';
import type { Column } from './column.ts';
import { sizeOf } from './domains.ts';

/** Every value from its decimal. */
export function exactColumn(frame: Frame, node: PlanExpression, wanted?: Uint8Array): Column {
  const n = sizeOf(frame.scope, node.domain);
  const values: Exact[] = [];
  for (let i = 0; i < n; i += 1)
    values.push(wanted !== undefined && wanted[i] === 0 ? undefined : exactValue(frame, node, i));
  return columnOf(node, values);
}

/** Nothing for anyone. */
export function missingColumn(frame: Frame, node: PlanExpression): Column {
  return columnOf(node, new Array<Exact>(sizeOf(frame.scope, node.domain)).fill(undefined));
}

function columnOf(node: PlanExpression, values: Exact[]): Column {
  switch (node.type) {
    case 'number':
    case 'date': {
      const numbers = Float64Array.from(values, (v) => (v instanceof Decimal ? v.toNumber() : Number.NaN));
      // Days are whole numbers, which doubles hold.
      if (node.type === 'date') return { type: 'number', values: numbers };
      const errors = numbers.map((v) =>
        Number.isFinite(v) ? Math.abs(v) * 2 ** -52 + 1e-300 : Number.POSITIVE_INFINITY,
      );
      return { type: 'number', values: numbers, errors };
    }
    case 'text': {
      const dictionary: string[] = [];
      const places = new Map<string, number>();
      const codes = Int32Array.from(values, (v) => {
        if (typeof v !== 'string') return -1;
        let code = places.get(v);
        if (code === undefined) {
          code = dictionary.push(v) - 1;
          places.set(v, code);
        }
        return code;
      });
      return { type: 'text', codes, dictionary };
    }
    case 'yes/no':
      return { type: 'yes/no', values: Uint8Array.from(values, (v) => (v === undefined ? 2 : v === true ? 1 : 0)) };
    default:
      return node.type satisfies never;
  }
}
