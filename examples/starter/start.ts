// `npm start`: checks, runs and explains one rulebook of the starter market, shows each command before it runs it, and says what to do next.
import { join } from 'node:path';
import { processIo } from '../../src/cli/process-io.ts';
import { runCli } from '../../src/cli/run-cli.ts';

const PROGRAM = 'npm run -s rulebook --';
const RULEBOOK = 'examples/starter/leaders-50.rulebook';
const DATA = ['--data', 'examples/starter'];

const COMMANDS: { about: string; words: string[] }[] = [
  { about: 'Are the rules sound, also against the data?', words: ['check', RULEBOOK, ...DATA] },
  {
    about: 'What does the index do over the years?',
    words: ['run', RULEBOOK, ...DATA, '--from', '2022-06-17', '--to', '2024-12-31', '--out', 'out/starter'],
  },
  { about: 'Why did MOBD come in, in June 2024?', words: ['explain', RULEBOOK, ...DATA, '--on', '2024-06-24', 'MOBD'] },
  { about: 'And why is FRWP not in?', words: ['explain', RULEBOOK, ...DATA, '--on', '2024-06-24', 'FRWP'] },
];

const NEXT = `
What next

  The files of the run are in out/starter: open levels.csv and baskets.csv in a spreadsheet.
  Change a rule: copy ${RULEBOOK}, change a number in it, check and run the copy. What happens in this market, and when,
  is told in examples/starter/README.md.
  Begin an index of your own, with a small market to go with it:

    ${PROGRAM} new my-index

  All verbs: ${PROGRAM} --help
  The language: docs/language.md. Your own tables: docs/datasets.md.
`;

process.chdir(join(import.meta.dirname, '../..'));
const io = processIo();
for (const { about, words } of COMMANDS) {
  io.out.write(`\n${about}\n$ ${PROGRAM} ${words.join(' ')}\n\n`);
  process.exitCode = await runCli(words, io);
  if (process.exitCode !== 0) break;
}
if (process.exitCode === 0) io.out.write(NEXT);
