import { failure } from '../../diagnostics/index.ts';
import { type Column as Facts, lastAtOrBefore, type Market, positionAsOf } from '../../market/index.ts';
import type { PlanExpression } from '../../plan/expression.ts';
import { decimalOf } from '../numbers/decimal.ts';
import type { Exact, Frame } from '../session/scope.ts';
import type { Column, NumberColumn } from './column.ts';
import { groupingOf } from './grouping.ts';
import { listedPlaces } from './listed-places.ts';

type FieldNode = PlanExpression & { op: 'field' };

/** The facts of a field; a failure (RB7002) where the data set was read without it. */
export function factsOf(market: Market, field: string): Facts {
  const facts = market.fields.get(field);
  if (facts !== undefined) return facts;
  throw failure({
    code: 'RB7002',
    severity: 'error',
    message: `the data set has no field \`${field}\``,
    spans: [],
    why: 'a rule reads it',
    help: 'map a column of the data set to the field, or name another field',
  });
}

/** A field as of the frame's day, for every entity of its domain. */
export function fieldColumn(frame: Frame, node: FieldNode): Column {
  const { scope, day } = frame;
  const { market } = scope.session;
  const facts = factsOf(market, node.field);
  if (!frame.observed && facts.kind === 'series') {
    const ready = scope.session.readAhead.get(node.field)?.get(`${day}|${scope.knownBy}`);
    if (ready !== undefined) return ready;
  }
  if (facts.kind === 'series' && !frame.observed && node.type !== 'yes/no') return seriesColumn(frame, facts.values);
  const entities = entitiesOf(frame, node);
  const n = entities?.length ?? facts0(market, facts);
  const positions = new Int32Array(n);
  for (let i = 0; i < n; i += 1) {
    const entity = entities === undefined ? i : entities[i]!;
    positions[i] = entity < 0 ? -1 : position(frame, facts, entity);
  }
  if (facts.kind === 'series-text' || facts.kind === 'steps-text') {
    return {
      type: 'text',
      codes: positions.map((at) => (at < 0 ? -1 : facts.codes[at]!)),
      dictionary: facts.dictionary,
    };
  }
  if (node.type === 'yes/no') {
    const values = new Uint8Array(n);
    positions.forEach((at, i) => {
      const value = at < 0 ? Number.NaN : facts.values[at]!;
      values[i] = Number.isNaN(value) ? 2 : value === 0 ? 0 : 1;
    });
    return { type: 'yes/no', values };
  }
  const values = new Float64Array(n);
  for (let i = 0; i < n; i += 1) values[i] = positions[i]! < 0 ? Number.NaN : facts.values[positions[i]!]!;
  return { type: 'number', values };
}

/** A daily series as of the frame's day: for each listed line the last observation on or before it. */
function seriesColumn({ scope, day }: Frame, series: Float64Array): NumberColumn {
  const { market } = scope.session;
  const { days } = market;
  const { first, last } = listedPlaces(market);
  const values = new Float64Array(first.length);
  const place = lastAtOrBefore(days, 0, days.length, Math.min(day, scope.knownBy));
  const at = lastAtOrBefore(days, 0, days.length, day);
  for (let line = 0; line < values.length; line += 1) {
    const from = first[line]!;
    let i = place;
    let value = Number.NaN;
    if (at >= from && listedOn(market, line, day, at, last[line]!)) {
      for (; i >= from; i -= 1) {
        value = series[line * days.length + i]!;
        if (!Number.isNaN(value)) break;
      }
    }
    values[line] = value;
  }
  return { type: 'number', values };
}

/** Between two market days the places do not tell whether a line was listed, so its dates do. */
function listedOn(market: Market, line: number, day: number, at: number, last: number): boolean {
  return at < last || (day <= market.listedUntil[line]! && day >= market.listedFrom[line]!);
}

/** The exact value of a field for one entity of the node's domain. */
export function exactField(frame: Frame, node: FieldNode, entity: number): Exact {
  const facts = factsOf(frame.scope.session.market, node.field);
  const entities = entitiesOf(frame, node);
  const of = entities === undefined ? entity : entities[entity]!;
  const at = of < 0 ? -1 : position(frame, facts, of);
  if (at < 0) return undefined;
  if (facts.kind === 'series-text' || facts.kind === 'steps-text') return facts.dictionary[facts.codes[at]!];
  const value = facts.values[at]!;
  if (Number.isNaN(value)) return undefined;
  return node.type === 'yes/no' ? value !== 0 : decimalOf(value);
}

/** For groups: where each member of the plan's group stands in the data set's table of that name. */
function entitiesOf(frame: Frame, node: FieldNode): number[] | undefined {
  const { domain } = node;
  if (domain === 'line' || domain === 'company' || domain === 'all') return undefined;
  const table = frame.scope.session.market.groups.get(domain);
  return groupingOf(frame.scope, domain).names.map((name) => table?.index.get(name) ?? -1);
}

function facts0(market: Market, facts: Facts): number {
  if (facts.domain === 'line') return market.lines.ids.length;
  return facts.domain === 'company' ? market.companies.ids.length : 1;
}

function position(frame: Frame, facts: Facts, entity: number): number {
  const { market } = frame.scope.session;
  if (frame.observed && (facts.kind === 'series' || facts.kind === 'series-text')) {
    if (
      frame.day > frame.scope.knownBy ||
      frame.day < market.listedFrom[entity]! ||
      frame.day > market.listedUntil[entity]!
    )
      return -1;
    const i = lastAtOrBefore(market.days, 0, market.days.length, frame.day);
    return i >= 0 && market.days[i] === frame.day ? entity * market.days.length + i : -1;
  }
  return positionAsOf(market, facts, entity, frame.day, frame.scope.knownBy);
}
