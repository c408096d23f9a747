import { pointerSteps } from '../diagnostics/json-pointer.ts';
import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Diagnostic, Span } from '../diagnostics/index.ts';
import { TABLE_KINDS } from './dataset.ts';
import { DATA_CODES, finding } from './finding.ts';
import { nearest } from '../diagnostics/nearest.ts';

const SCHEMA = new URL('../../grammar/dataset.schema.json', import.meta.url);

let validator: { validate: ValidateFunction; schema: object } | undefined;

/** What is wrong with the shape of a data set's description, by its JSON Schema: one finding for each mistake. */
export function shapeFindings(value: unknown, locate: (path: (string | number)[]) => Span): Diagnostic[] {
  if (validator === undefined) {
    const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as object;
    validator = {
      validate: new Ajv2020({
        allErrors: true,
        verbose: true,
        allowUnionTypes: true,
        strictTypes: false,
        strictRequired: false,
        // That the schema itself is sound is tested; it is used once, so that making it is all that takes time.
        meta: false,
        validateSchema: false,
        code: { optimize: false },
      }).compile(schema),
      schema,
    };
  }
  if (validator.validate(value)) return [];
  const seen = new Set<string>();
  return plainErrors(validator.validate.errors ?? [])
    .map((error) => describe(error, locate))
    .filter((d) => {
      const key = `${d.message}@${d.spans[0]?.row}`;
      return seen.has(key) ? false : seen.add(key);
    });
}

/** Leaves out the errors that only say that another branch was not taken. */
function plainErrors(errors: ErrorObject[]): ErrorObject[] {
  const useful = errors.filter(
    (e) =>
      !['oneOf', 'anyOf', 'if', 'allOf', 'propertyNames'].includes(e.keyword) &&
      !(e.keyword === 'required' && /\/(oneOf|anyOf)\//.test(e.schemaPath)),
  );
  const depth = (e: ErrorObject) => e.instancePath.length;
  const uncovered = errors.filter(
    (e) =>
      ['oneOf', 'anyOf', 'propertyNames'].includes(e.keyword) &&
      !useful.some((u) => u.instancePath.startsWith(e.instancePath) && depth(u) >= depth(e)),
  );
  return [...useful, ...uncovered];
}

function describe(error: ErrorObject, locate: (path: (string | number)[]) => Span): Diagnostic {
  const path = pointerSteps(error.instancePath);
  const where = path.length === 0 ? 'the data set' : `\`${path.join('.')}\``;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      const close = nearest(key, known);
      const help =
        close === undefined ? `Known here: ${known.map((k) => `\`${k}\``).join(', ')}` : `Did you mean \`${close}\`?`;
      return finding(DATA_CODES.unknownKey, `\`${key}\` is not a key of ${where}`, [locate([...path, key])], { help });
    }
    case 'required': {
      const key = String(error.params.missingProperty);
      const kinds = TABLE_KINDS.map((k) => `\`${k}\``).join(', ');
      const name = path.at(-1);
      const close = key === 'kind' && typeof name === 'string' ? nearest(name, TABLE_KINDS) : undefined;
      const help =
        key === 'kind'
          ? `${close === undefined ? '' : `Did you mean a table named \`${close}\`? Otherwise `}say its kind: ${kinds}`
          : key === 'known'
            ? 'Say when its rows were known: `known: date`, or the column that holds that date'
            : `Add \`${key}:\``;
      return finding(DATA_CODES.datasetShape, `\`${key}\` is missing from ${where}`, [locate(path)], { help });
    }
    case 'propertyNames': {
      const key = String(error.params.propertyName);
      return finding(DATA_CODES.datasetShape, `\`${key}\` cannot be a name in ${where}`, [locate([...path, key])], {
        help: 'Names are letters, digits and `_`, and begin with a letter',
      });
    }
    case 'type': {
      if (path.length === 0 && error.data === null)
        return finding(DATA_CODES.datasetShape, 'The description of the data set is empty', [locate(path)], {
          help: 'It begins with `dataset:` and a name; docs/datasets.md tells how it goes on',
        });
      const wanted = [error.params.type].flat().map((type) => kinds[String(type)] ?? String(type));
      return finding(
        DATA_CODES.datasetShape,
        `${where} is ${shown(error.data)}, where ${wanted.join(' or ')} is wanted`,
        [locate(path)],
      );
    }
    default:
      return finding(
        DATA_CODES.datasetShape,
        `${where} has a value that does not fit: ${shown(error.data)} ${requirement(error)}`,
        [locate(path)],
      );
  }
}

function requirement(error: ErrorObject): string {
  switch (error.keyword) {
    case 'enum':
      return `is not one of ${(error.params.allowedValues as unknown[]).map(shown).join(', ')}`;
    case 'const':
      return `must be ${shown(error.params.allowedValue)}`;
    case 'oneOf':
      return alternatives(error, 'exactly one of');
    case 'anyOf':
      return alternatives(error, 'at least one of');
    case 'pattern':
      return error.instancePath.includes('/ratios/')
        ? 'is not a ratio of new shares to old ones, such as `"3:2"`'
        : 'is not written as it has to be';
    case 'minLength':
      return 'is empty';
    case 'maxLength':
      return `is longer than ${error.params.limit} characters`;
    case 'minimum':
      return `is below ${error.params.limit}`;
    case 'maximum':
      return `is above ${error.params.limit}`;
    case 'exclusiveMinimum':
      return `is not above ${error.params.limit}`;
    case 'minItems':
      return 'is an empty list';
    case 'maxItems':
      return `has more than ${Number(error.params.limit).toLocaleString('en')} parts`;
    case 'uniqueItems':
      return `has ${shown((error.data as unknown[])[error.params.j as number])} twice`;
    case 'minProperties':
      return 'has no key';
    case 'maxProperties':
      return `has more than ${error.params.limit === 1 ? 'one key' : `${error.params.limit} keys`}`;
    default:
      return 'is not allowed here';
  }
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number that can be worked with',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a set of keys with values',
};

function alternatives(error: ErrorObject, how: string): string {
  const branches = Array.isArray(error.schema) ? (error.schema as { required?: string[] }[]) : [];
  const keys = branches.flatMap((b) => b.required ?? []).map((k) => `\`${k}\``);
  return keys.length === 0 ? 'is none of the shapes allowed here' : `needs ${how} ${keys.join(', ')}`;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'number' && !Number.isFinite(value))
    return Number.isNaN(value) ? '`.nan`' : 'a number beyond all bounds';
  const text = JSON.stringify(value) ?? 'nothing';
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
}
