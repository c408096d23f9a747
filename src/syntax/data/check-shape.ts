import { pointerSteps } from '../../diagnostics/json-pointer.ts';
import { shortened } from '../../diagnostics/shortened.ts';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { nearest } from '../../diagnostics/nearest.ts';
import { isRealDate } from '../real-date.ts';
import type { Place, Places } from '../../model/places.ts';
import type { Report } from '../report.ts';
import { ajv, rulebookSchema } from '../packages.ts';
import type { KeyPlaces } from './plain-data.ts';

let compiled: ValidateFunction | undefined;

function validator(): ValidateFunction {
  if (compiled === undefined) {
    const { Ajv2020 } = ajv();
    const checker = new Ajv2020({ allErrors: true, discriminator: true, strict: false, verbose: true });
    checker.addFormat('date', isRealDate);
    compiled = checker.compile(rulebookSchema());
  }
  return compiled;
}

/** Whether data has the shape of a rulebook; every key and value that has not is reported with its place and path. */
export function checkShape(data: unknown, places: Places, keys: KeyPlaces, report: Report): boolean {
  const validate = validator();
  if (validate(data)) return true;
  const errors = validate.errors ?? [];
  // A misspelt key is one mistake, not a key too many and another too few.
  const meant = new Set<string>();
  for (const error of errors) {
    const key = error.params.additionalProperty;
    if (key !== undefined) meant.add(`${error.instancePath} ${nearest(String(key), keysOf(error))}`);
  }
  for (const error of errors) {
    if (error.keyword === 'required' && meant.has(`${error.instancePath} ${error.params.missingProperty}`)) continue;
    explain(error, data, places, keys, report);
  }
  return false;
}

function explain(error: ErrorObject, data: unknown, places: Places, keys: KeyPlaces, report: Report): unknown {
  const path = error.instancePath;
  const place = placeOf(data, path, places);
  const where = path === '' ? 'at the top' : `at ${path.slice(1).replaceAll('/', '.')}`;
  const say = (problem: Parameters<Report>[0], message: string, help?: string, at: Place = place) =>
    report(problem, at.start, at.end, `${message} ${where}`, help);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      const known = keysOf(error);
      const meant = nearest(key, known);
      const help =
        key === '<<'
          ? 'merge keys have no meaning in a rulebook: write the keys out where they belong'
          : meant
            ? `Did you mean \`${meant}\`?`
            : `the keys here are ${known.map((k) => `\`${k}\``).join(', ')}`;
      const own = typeof error.data === 'object' && error.data !== null ? keys.get(error.data)?.[key] : undefined;
      return say('unknownKey', `unknown key \`${shortened(key)}\``, help, own ?? place);
    }
    case 'required':
      return say('missingKey', `the key \`${error.params.missingProperty}\` is missing`);
    case 'dependentRequired':
      return say(
        'missingKey',
        `the key \`${error.params.missingProperty}\` is missing beside \`${error.params.property}\``,
      );
    case 'discriminator': {
      const tag = String(error.params.tag);
      const value = error.params.tagValue;
      const known = tagsOf(error);
      const meant = typeof value === 'string' ? nearest(value, known) : undefined;
      if (value === undefined)
        return say(
          'missingKey',
          `the key \`${tag}\` is missing`,
          `it is one of ${known.map((k) => `\`${k}\``).join(', ')}`,
        );
      const help = meant
        ? `Did you mean \`${meant}\`?`
        : `\`${tag}\` is one of ${known.map((k) => `\`${k}\``).join(', ')}`;
      return say('badValue', `\`${tag}\` cannot be ${kindOf(value)}`, help, placeOf(data, `${path}/${tag}`, places));
    }
    case 'const':
    case 'enum': {
      const values: unknown[] = error.keyword === 'const' ? [error.params.allowedValue] : error.params.allowedValues;
      const allowed = values.map(String);
      // What is right but for its quotation marks.
      const other = values.find((value) => typeof value !== typeof error.data && String(value) === error.data);
      if (other !== undefined)
        return say(
          'badValue',
          `the text \`"${shortened(String(error.data))}"\` stands where a ${typeof other === 'number' ? 'number' : 'word without quotation marks'} is wanted`,
          `write \`${String(other)}\`, without quotation marks`,
        );
      const meant = typeof error.data === 'string' ? nearest(error.data, allowed) : undefined;
      return say(
        'badValue',
        `${kindOf(error.data)} cannot stand`,
        meant ? `Did you mean \`${meant}\`?` : `write ${allowed.map((k) => `\`${k}\``).join(' or ')}`,
      );
    }
    case 'type': {
      const types = [error.params.type].flat().map((type) => typeNames[String(type)] ?? String(type));
      return say('badValue', `${kindOf(error.data)} stands where ${types.join(' or ')} is wanted`, helpWith(error));
    }
    case 'format':
      return say('noSuchDate', `there is no day ${kindOf(error.data)}`);
    case 'pattern':
    case 'minLength':
    case 'maxLength':
      return say('badValue', `${kindOf(error.data)} cannot stand`, helpWith(error));
    case 'minItems':
    case 'minProperties':
    case 'maxProperties':
    case 'minimum':
    case 'maximum':
      return say('badValue', boundMessage(error), helpWith(error));
    case 'propertyNames':
      return say('badLanguage', `\`${shortened(String(error.params.propertyName))}\` is not a language`);
    case 'false schema':
      return say('unknownKey', 'this key says nothing here');
    default:
      // What only gathers findings of its parts is no finding itself.
      return undefined;
  }
}

const typeNames: Record<string, string> = {
  string: 'a text',
  object: 'keys with values',
  array: 'a list',
  integer: 'a whole number',
  boolean: 'true or false',
  number: 'a number',
};

function keysOf(error: ErrorObject): string[] {
  return Object.keys((error.parentSchema as { properties?: object }).properties ?? {});
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a set of keys';
  return `\`${shortened(String(value))}\``;
}

function boundMessage(error: ErrorObject): string {
  const limit = String(error.params.limit);
  if (error.keyword === 'minItems') return 'an empty list stands';
  if (error.keyword === 'minimum') return `a number below ${limit} stands`;
  if (error.keyword === 'maximum') return `a number above ${limit} stands`;
  return error.keyword === 'minProperties' ? 'nothing is said' : 'more than one thing is said';
}

function helpWith(error: ErrorObject): string | undefined {
  const { description } = (error.parentSchema ?? {}) as { description?: string };
  if (description !== undefined) return `wanted is: ${description}`;
  return typeof error.data === 'number' ? 'put it between quotation marks if it is meant as text' : undefined;
}

function tagsOf(error: ErrorObject): string[] {
  const tag = String(error.params.tag);
  const options =
    (error.parentSchema as { oneOf?: { properties?: Record<string, { const?: string; enum?: string[] }> }[] }).oneOf ??
    [];
  return options.flatMap((option) => option.properties?.[tag]?.enum ?? option.properties?.[tag]?.const ?? []);
}

function placeOf(data: unknown, pointer: string, places: Places): Place {
  let node: unknown = data;
  let place: Place = { start: 0, end: 0 };
  if (typeof node === 'object' && node !== null) place = places.get(node) ?? place;
  for (const key of pointerSteps(pointer)) {
    if (typeof node !== 'object' || node === null) break;
    place = places.get(node)?.parts?.[key] ?? place;
    node = (node as Record<string, unknown>)[key];
  }
  return place;
}
