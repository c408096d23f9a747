import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { writeFiles } from '../../output/write-files.ts';
import type { Command } from '../command.ts';
import { calledAs } from '../called-as.ts';
import { misuse } from '../misuse.ts';
import { starterFiles } from '../starter/starter-files.ts';

/** `rulebook new`: a folder with everything to start from. */
export const command: Command = {
  spec: {
    verb: 'new',
    summary: 'start a rulebook: a commented one, a small data set and a note of what it must give',
    usage: 'NAME',
    operands: { least: 1, most: 1, what: 'a name' },
    options: [],
    examples: ['rulebook new my-index && rulebook check my-index --data my-index'],
    notes: [
      'NAME is the folder to be made: small letters, digits and `-`, beginning with a letter; a path may stand before it.',
      'The market that comes with it is invented; docs/datasets.md tells how to describe tables of your own. To start from a larger example instead, copy a rulebook of examples/starter.',
    ],
  },
  async run(given, io) {
    const path = given.operands[0]!;
    const name = basename(path);
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
      throw misuse(
        `\`${name}\` cannot be the name of a rulebook`,
        'Use small letters, digits and `-`, beginning with a letter: `my-index`',
      );
    if (existsSync(path) && (!isFolder(path) || readdirSync(path).length > 0))
      throw misuse(`\`${path}\` is there already`, 'Choose another name, or move it away; nothing was written');
    const program = calledAs(io);
    const files = starterFiles(name, path, program);
    writeFiles(path, files);
    for (const file of Object.keys(files)) io.out.write(`${path}/${file}\n`);
    io.err.write(
      `Next:\n  ${program} check ${path} --data ${path}\n  ${program} run ${path}/${name}.rulebook --data ${path} --from 2023-03-20 --to 2023-06-30 --out out\nThen read ${path}/case.md, and change a rule.\n`,
    );
    return 0;
  },
};

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}
