import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterFolder, runCommand } from './run-session.ts';

const grammar = resolve(import.meta.dirname, '../../grammar');
const ajv = new Ajv2020({ allErrors: true, strict: false });
for (const name of readdirSync(grammar).filter((file) => file.endsWith('.schema.json')))
  ajv.addSchema(JSON.parse(readFileSync(join(grammar, name), 'utf8')) as object, name);

/** What is wrong with a document by a schema of grammar/; nothing where it fits. Schemas name one another. */
function faults(schema: string, document: unknown): string[] {
  const validate = ajv.getSchema(`${schema}.schema.json`)!;
  return validate(document) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}

describe('what the command line writes fits its schemas', () => {
  let leave = () => {};
  beforeAll(async () => {
    ({ leave } = enterFolder());
    await runCommand('rulebook new my-index');
  });
  afterAll(() => leave());
  const data = 'my-index/my-index.rulebook --data my-index';
  const json = async (command: string) => {
    const { output, code } = await runCommand(command);
    expect(code, output).toBe(0);
    return JSON.parse(output) as Record<string, unknown>;
  };

  test('run.json, decisions.jsonl and the document of `run`', async () => {
    const document = await json(`rulebook run ${data} --from 2023-03-20 --to 2023-06-30 --out out --format json`);
    expect(faults('run', document)).toEqual([]);
    expect(faults('run', JSON.parse(readFileSync('out/run.json', 'utf8')))).toEqual([]);
    const lines = readFileSync('out/decisions.jsonl', 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(faults('decisions', JSON.parse(line))).toEqual([]);
  });

  test('review', async () => {
    const document = await json(`rulebook review ${data} --on 2023-06-20 --format json`);
    expect(faults('review', document)).toEqual([]);
    expect(faults('review', { ...document, basket: undefined })).not.toEqual([]);
  });

  test('explain', async () => {
    for (const word of ['ALD', 'OAK']) {
      const document = await json(`rulebook explain ${data} --on 2023-06-20 ${word} --format json`);
      expect(faults('explain', document)).toEqual([]);
    }
  });

  test('calendar, plan and findings', async () => {
    const range = '--from 2023-01-01 --to 2023-12-31';
    expect(faults('events', await json(`rulebook calendar my-index/my-index.rulebook ${range} --format json`))).toEqual(
      [],
    );
    expect(faults('plan', await json('rulebook plan my-index/my-index.rulebook --format json'))).toEqual([]);
    expect(faults('diagnostics', await json('rulebook check my-index --format json'))).toEqual([]);
  });
});
