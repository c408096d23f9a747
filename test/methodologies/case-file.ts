import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

/** A number as a case writes it: `2.4`, or `10%`. */
export type Written = string;
type ById<T> = Record<string, T>;

export type Fact = {
  fact: string;
  source: { document: string; kind: 'printed' | 'observed' | 'computed'; evidence: string; note?: string };
  at?: string;
  events?: ({ event: string } & Record<string, string>)[];
  reviews?: string[];
  dates?: ById<string>;
  selected?: string[];
  not_selected?: string[];
  additions?: string[];
  deletions?: string[];
  lines?: number;
  sets?: ById<{ in?: string[]; out?: string[] }>;
  eligible?: string[];
  fails?: ById<string[]>;
  ranks?: ById<ById<number>>;
  measures?: ById<ById<Written>>;
  basket?: ById<Partial<Record<'weight' | 'index_shares' | 'cap_factor' | 'membership', Written>>>;
  levels?: ById<Written>;
  divisors?: ById<Written>;
};

/** A case as grammar/case.schema.json says. */
export type Case = {
  case: string;
  rulebook: string;
  with?: Record<string, Written>;
  data?: string;
  event?: string;
  warnings?: string[];
  expect: Fact[];
} & (
  | { verb: 'review'; on: string }
  | { verb: 'run'; from: string; to: string }
  | { verb: 'calendar'; from: string; to: string }
);

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../grammar/case.schema.json'), 'utf8')) as object;
const validate = new Ajv2020({ allErrors: true }).compile<Case>(schema);

/** The case of a YAML text; throws what its schema says against it. Numbers whose decimals count are written as texts, `"4.0"`. */
export function readCase(text: string): Case {
  const value: unknown = parse(text);
  if (validate(value)) return value;
  throw new Error((validate.errors ?? []).map((e) => `${e.instancePath || 'case'} ${e.message}`).join('\n'));
}
