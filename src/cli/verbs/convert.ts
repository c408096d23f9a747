import { formatText, readRulebook, toJson, toYaml } from '../../syntax/index.ts';
import type { Command } from '../command.ts';
import { tellFindings } from '../findings.ts';
import { readFile } from '../input/read-file.ts';
import { formatOption } from '../shared-options.ts';

/** `rulebook convert`: the same rulebook as text, YAML or JSON. */
export const command: Command = {
  spec: {
    verb: 'convert',
    summary: 'turn a rulebook into text, YAML or JSON, without loss',
    usage: 'FILE --to text|yaml|json',
    operands: { least: 1, most: 1, what: 'one file' },
    options: [
      { name: 'to', value: 'text|yaml|json', choices: ['text', 'yaml', 'json'], required: true, text: 'form to print' },
      { ...formatOption(), text: 'form of findings, where it cannot be read' },
    ],
    examples: ['rulebook convert examples/starter/leaders-50.rulebook --to yaml > leaders-50.yaml'],
  },
  async run(given, io) {
    const { file, bytes } = readFile(given.operands[0]!, io);
    const { rulebook, sourceMap, diagnostics } = readRulebook(bytes, file);
    const errors = diagnostics.filter((d) => d.severity === 'error');
    if (rulebook === undefined || errors.length > 0) {
      await tellFindings(
        errors,
        new Map([[file, sourceMap.source]]),
        given.values.get('format') ?? 'human',
        io.err,
        io,
      );
      return 1;
    }
    const write = { text: formatText, yaml: toYaml, json: toJson }[given.values.get('to') as 'text' | 'yaml' | 'json'];
    io.out.write(write(rulebook));
    return 0;
  },
};
