// In: the words of a command line and the world around it (streams, folder, environment). Out: text on standard output,
// complaints on standard error, files that were asked for, and an exit code. Never here: computing; verbs read
// arguments, call the rooms below and print.
export type { Io } from './io.ts';
export { runCli } from './run-cli.ts';
