// `npm start`: checks, runs and explains one rulebook of the starter market, and shows each command before it runs it.
import { join } from 'node:path';
import { processIo } from '../../src/cli/process-io.ts';
import { runCli } from '../../src/cli/run-cli.ts';

const RULEBOOK = 'examples/starter/leaders-50.rulebook';
const DATA = ['--data', 'examples/starter'];

const COMMANDS = [
  ['check', RULEBOOK, ...DATA],
  ['run', RULEBOOK, ...DATA, '--from', '2022-06-17', '--to', '2024-12-31', '--out', 'out/starter'],
  ['explain', RULEBOOK, ...DATA, '--on', '2024-06-24', 'MOBD'],
];

process.chdir(join(import.meta.dirname, '../..'));
const io = processIo();
for (const words of COMMANDS) {
  io.out.write(`\n$ rulebook ${words.join(' ')}\n`);
  process.exitCode = await runCli(words, io);
  if (process.exitCode !== 0) break;
}
