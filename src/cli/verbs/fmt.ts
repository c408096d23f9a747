import { dirname, basename, extname } from 'node:path';
import { writeFiles } from '../../output/write-files.ts';
import { formatText, readRulebook, toJson, toYaml } from '../../syntax/index.ts';
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
    let unsound = false;
    let changed = 0;
    const files = rulebookFiles(given.operands);
    for (const name of files) {
      const { file, bytes } = readFile(name, io);
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
        unsound = true;
        continue;
      }
      const before = Buffer.from(bytes).toString('utf8');
      const after = canonical(file, rulebook);
      if (name === '-' && !given.flags.has('check')) io.out.write(after);
      if (before === after) continue;
      changed += 1;
      if (given.flags.has('check')) io.out.write(`${file} is not in canonical form\n${lineChanges(before, after)}`);
      else if (name !== '-') {
        writeFiles(dirname(name), { [basename(name)]: after });
        io.err.write(`${file} written\n`);
      }
    }
    if (given.flags.has('check') && changed > 0)
      io.err.write(`${changed} of ${files.length} file${files.length === 1 ? '' : 's'} would change\n`);
    return unsound || (given.flags.has('check') && changed > 0) ? 1 : 0;
  },
};

function canonical(file: string, rulebook: Parameters<typeof formatText>[0]): string {
  switch (extname(file).toLowerCase()) {
    case '.json':
      return toJson(rulebook);
    case '.yaml':
    case '.yml':
      return toYaml(rulebook);
    default:
      return formatText(rulebook);
  }
}
