import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkContext, checkRulebook } from '../../check/index.ts';
import { readRulebook } from '../../syntax/index.ts';
import { catalogue } from '../catalogue/index.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { renderDiagnostics } from './index.ts';

// What SARIF 2.1.0 (sections 3.13 to 3.58) asks of those of its properties that are written here; no others may be.
const text = { type: 'string', minLength: 1 };
const object = (required: string[], properties: object) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const ref = (name: string) => ({ $ref: `#/$defs/${name}` });
const list = (name: string, more = {}) => ({ type: 'array', items: ref(name), ...more });
const from = (minimum: number) => ({ type: 'integer', minimum });
const schema = {
  ...object(['version', 'runs'], {
    $schema: { type: 'string', pattern: '^https://' },
    version: { const: '2.1.0' },
    runs: list('run', { minItems: 1 }),
  }),
  $defs: {
    run: object(['tool', 'results'], {
      tool: object(['driver'], {
        driver: object(['name', 'rules'], { name: text, rules: list('rule', { uniqueItems: true }) }),
      }),
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      results: list('result'),
    }),
    rule: object(['id', 'shortDescription', 'fullDescription', 'help'], {
      id: { type: 'string', pattern: '^RB\\d{3,4}$' },
      shortDescription: ref('message'),
      fullDescription: ref('message'),
      help: ref('message'),
    }),
    message: object(['text'], { text }),
    result: object(['ruleId', 'ruleIndex', 'level', 'message'], {
      ruleId: text,
      ruleIndex: from(0),
      level: { enum: ['none', 'note', 'warning', 'error'] },
      message: ref('message'),
      locations: list('location', { minItems: 1, maxItems: 1 }),
      relatedLocations: list('location', { minItems: 1, uniqueItems: true }),
      fixes: list('fix', { minItems: 1, uniqueItems: true }),
    }),
    location: object(['physicalLocation'], {
      id: from(0),
      physicalLocation: object(['artifactLocation'], { artifactLocation: ref('artifact'), region: ref('region') }),
      message: ref('message'),
    }),
    // A URI reference without a scheme is relative; characters outside the URI alphabet are escaped.
    artifact: object(['uri'], {
      uri: {
        type: 'string',
        pattern: "^(file:///)?[A-Za-z0-9._~!$&'()*+,;=@%/-]+$",
        not: { pattern: '^/|%(?![0-9A-F]{2})' },
      },
    }),
    // Lines and columns count from 1, characters from 0; an end needs its start.
    region: {
      ...object([], {
        startLine: from(1),
        startColumn: from(1),
        endLine: from(1),
        endColumn: from(1),
        charOffset: from(0),
        charLength: from(0),
      }),
      anyOf: [{ required: ['startLine'] }, { required: ['charOffset'] }],
      dependentRequired: {
        startColumn: ['startLine'],
        endColumn: ['endLine'],
        endLine: ['startLine'],
        charLength: ['charOffset'],
      },
    },
    fix: object(['artifactChanges'], {
      description: ref('message'),
      artifactChanges: list('change', { minItems: 1, uniqueItems: true }),
    }),
    change: object(['artifactLocation', 'replacements'], {
      artifactLocation: ref('artifact'),
      replacements: list('replacement', { minItems: 1 }),
    }),
    replacement: object(['deletedRegion'], {
      deletedRegion: ref('region'),
      insertedContent: object(['text'], { text: { type: 'string' } }),
    }),
  },
};
const validate = new Ajv2020({ strict: false }).compile(schema);

function sarif(diagnostics: Diagnostic[], texts: Record<string, string>) {
  const log = JSON.parse(renderDiagnostics(diagnostics, new Map(Object.entries(texts)), { format: 'sarif' }));
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log.runs[0];
}

const regionOf = (run: { results: { locations: { physicalLocation: { region: object } }[] }[] }) =>
  run.results[0]!.locations[0]!.physicalLocation.region;

describe('SARIF', () => {
  it.each(catalogue.flatMap((e) => (e.failing === undefined ? [] : [[e.code, e] as const])))('of %s', (_, entry) => {
    const read = readRulebook(entry.failing!, 'rules/a b.rulebook');
    const checked =
      read.rulebook === undefined
        ? []
        : checkRulebook(checkContext(read.rulebook, read.sourceMap, 'rules/a b.rulebook', entry.given?.today));
    const findings = [...read.diagnostics, ...checked];
    const run = sarif(findings, { 'rules/a b.rulebook': entry.failing! });
    expect(run.results).toHaveLength(findings.length);
    for (const { ruleId, ruleIndex, locations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      for (const { physicalLocation } of locations ?? [])
        expect(physicalLocation.artifactLocation.uri).toBe('rules/a%20b.rulebook');
    }
  });

  it('counts columns from 1 in UTF-16 units, whatever ends the lines', () => {
    const source = 'é\r\n🏦🏦 x yz\r\n';
    const start = source.indexOf('yz');
    const run = sarif(
      [{ code: 'RB0001', severity: 'error', message: 'm', spans: [{ file: 'a', start, end: start + 2 }] }],
      {
        a: source,
      },
    );
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(regionOf(run)).toEqual({
      startLine: 2,
      startColumn: 8,
      endLine: 2,
      endColumn: 10,
      charOffset: start,
      charLength: 2,
    });
  });

  it('speaks of files by URI: relative as they were given, absolute with a scheme', () => {
    const uriOf = (file: string) =>
      sarif([{ code: 'RB5020', severity: 'error', message: 'm', spans: [{ file, row: 3 }] }], {}).results[0]
        .locations[0].physicalLocation.artifactLocation.uri;
    expect(uriOf('data\\prices.csv')).toBe('data/prices.csv');
    expect(uriOf('../ü:1.csv')).toBe('../%C3%BC%3A1.csv');
    expect(uriOf('/data/100%.csv')).toBe('file:///data/100%25.csv');
  });

  it('is a log with nothing in it where nothing was found', () => {
    expect(sarif([], {})).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
  });
});
