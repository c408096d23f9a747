import { dirname, basename } from 'node:path';
import { entryOf } from '../../diagnostics/catalogue/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { writeFiles } from '../../output/write-files.ts';
import {
  type Form,
  formatText,
  formOf,
  type ReadResult,
  readRulebook,
  readWithoutTabs,
  toJson,
  toYaml,
} from '../../syntax/index.ts';
import type { Command } from '../command.ts';
import { tellFindings } from '../findings.ts';
import { lineChanges } from '../line-changes.ts';
import { readFile } from '../input/read-file.ts';
import { rulebookFiles } from '../input/rulebook-files.ts';
import { formatOption } from '../shared-options.ts';

/** `rulebook fmt`: files in canonical form, in place; standard input to standard output. */
export const command: Command = {
  spec: {
    verb: 'fmt',
    summary: 'write rulebooks in canonical form, comments kept',
    usage: 'FILE… [--check]',
    operands: { least: 1, most: 10_000, what: 'one or more files or folders' },
    options: [
      { name: 'check', text: 'write nothing; list the files that would change' },
      formatOption(['human', 'plain', 'json', 'sarif', 'github']),
    ],
    examples: ['rulebook fmt my-index', 'rulebook fmt --check methodologies'],
    notes: [
      'With --check ends with 1 where a file is not in canonical form. `-` reads standard input and writes the result to standard output.',
    ],
  },
  async run(given, io) {
    const format = given.values.get('format') ?? 'human';
    const check = given.flags.has('check');
    // What is read by programs is one document, at the end.
    const gathered: Diagnostic[] | undefined = ['json', 'sarif', 'github'].includes(format) ? [] : undefined;
    let unsound = false;
    let changed = 0;
    const files = rulebookFiles(given.operands);
    for (const name of files) {
      const { file, bytes } = readFile(name, io);
      const { rulebook, sourceMap, diagnostics } = readForms(bytes, file);
      const errors = diagnostics.filter((d) => d.severity === 'error');
      if (rulebook === undefined || errors.length > 0) {
        if (gathered !== undefined) for (const error of errors) gathered.push(error);
        else await tellFindings(errors, new Map([[file, sourceMap.source]]), format, io.err, io);
        unsound = true;
        continue;
      }
      const before = Buffer.from(bytes).toString('utf8');
      const after = canonical(formOf(sourceMap.source, file), rulebook);
      if (name === '-' && !check) io.out.write(after);
      if (before === after) continue;
      changed += 1;
      if (check && gathered !== undefined) gathered.push(notCanonical(file, before, after));
      else if (check) io.out.write(`${file} is not in canonical form\n${lineChanges(before, after)}`);
      else if (name !== '-') {
        writeFiles(dirname(name), { [basename(name)]: after });
        io.err.write(`${file} written\n`);
      }
    }
    if (gathered !== undefined) await tellFindings(gathered, new Map(), format, check ? io.out : io.err, io);
    if (check && changed > 0)
      io.err.write(`${changed} of ${files.length} file${files.length === 1 ? '' : 's'} would change\n`);
    return unsound || (check && changed > 0) ? 1 : 0;
  },
};

/** That a file would change, at the first place where it would. */
function notCanonical(file: string, before: string, after: string): Diagnostic {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  const line = before.indexOf('\n', start);
  const { why, help } = entryOf('RB7906')!;
  return {
    code: 'RB7906',
    severity: 'error',
    message: `\`${file}\` is not in canonical form`,
    spans: [{ file, start, end: line < 0 ? before.length : Math.max(line, start) }],
    why,
    help,
  };
}

/** What is written in a file; also where its lines begin with tabs, if that can be read in one way only. */
function readForms(bytes: Uint8Array, file: string): ReadResult {
  const read = readRulebook(bytes, file);
  const tabs = read.diagnostics.some((d) => d.code === 'RB0005') && formOf(read.sourceMap.source, file) === 'text';
  return (tabs ? readWithoutTabs(read.sourceMap.source, file) : undefined) ?? read;
}

function canonical(form: Form, rulebook: Parameters<typeof formatText>[0]): string {
  switch (form) {
    case 'json':
      return toJson(rulebook);
    case 'yaml':
      return toYaml(rulebook);
    case 'text':
      return formatText(rulebook);
    default:
      return form satisfies never;
  }
}
