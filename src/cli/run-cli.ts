import { visible } from '../diagnostics/render/visible.ts';
import { isFailure } from '../diagnostics/index.ts';
import { calledAs } from './called-as.ts';
import type { ExitCode } from './command.ts';
import type { Io } from './io.ts';
import { isMisuse, misuse } from './misuse.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { readArguments } from './read-arguments.ts';
import { verbs } from './verbs.ts';

/**
 * Runs one command line (the words after `rulebook`). Nothing is thrown: what goes wrong is told on standard error, in
 * sentences, and in the code returned.
 */
export async function runCli(words: string[], io: Io): Promise<ExitCode> {
  let format = 'human';
  try {
    const [first, ...rest] = words;
    if (first === undefined) {
      const { generalHelp } = await import('./help.ts');
      io.err.write(generalHelp(calledAs(io)));
      return 2;
    }
    if (first === '--help' || first === '-h' || first === 'help') return await help(rest, io);
    if (first === '--version' || first === '-V' || first === 'version') {
      const { version } = await import('./version.ts');
      io.out.write(`${version()}\n`);
      return 0;
    }
    const verb = verbs[first];
    if (verb === undefined || !Object.hasOwn(verbs, first)) throw unknownVerb(first);
    const { command } = await verb.load();
    const end = rest.indexOf('--');
    const asked = end < 0 ? rest : rest.slice(0, end);
    if (asked.includes('--help') || asked.includes('-h')) return await help([first], io);
    const given = readArguments(command.spec, rest);
    format = given.values.get('format') ?? 'human';
    return await command.run(given, io);
  } catch (error) {
    return await complain(error, format, io);
  }
}

async function help(words: string[], io: Io): Promise<ExitCode> {
  const { generalHelp, verbHelp } = await import('./help.ts');
  const name = words.find((w) => !w.startsWith('-'));
  if (name === undefined) io.out.write(generalHelp(calledAs(io)));
  else {
    if (!Object.hasOwn(verbs, name)) throw unknownVerb(name);
    io.out.write(verbHelp((await verbs[name]!.load()).command.spec, calledAs(io)));
  }
  return 0;
}

async function complain(error: unknown, format: string, io: Io): Promise<ExitCode> {
  if (isMisuse(error)) {
    io.err.write(
      `rulebook: ${visible(error.message)}\n${error.help === undefined ? '' : `${error.help.split('\n').map(visible).join('\n')}\n`}`,
    );
    return 2;
  }
  if (isFailure(error)) {
    const { tellFindings } = await import('./findings.ts');
    await tellFindings(error.diagnostics, new Map(), format, io.err, io);
    // Rules that cannot be met on sound data are a finding about the rulebook; anything else is bad input.
    return error.diagnostics.every((d) => /^RB7[0-8]/.test(d.code)) ? 1 : 2;
  }
  io.err.write(unexpected(error, io.env));
  return 2;
}

/**
 * What is said of a mistake of the program itself: one sentence and how to report it; where it happened only if asked
 * for.
 */
export function unexpected(error: unknown, env: Io['env']): string {
  const message = error instanceof Error ? error.message : String(error);
  const more =
    (env.RULEBOOK_DEBUG ?? '') !== '' && error instanceof Error
      ? error.stack
      : 'Please report it, with the command and, if you may share them, its files; RULEBOOK_DEBUG=1 shows where it happened.';
  return `rulebook: this should not have happened: ${message.split('\n')[0]}\n${more}\n`;
}

function unknownVerb(word: string) {
  const names = Object.keys(verbs);
  const close = nearest(word, names);
  const known = `Verbs: ${names.join(', ')}. \`rulebook --help\` says what they do`;
  return misuse(`there is no verb \`${word}\``, close === undefined ? known : `Did you mean \`${close}\`?\n${known}`);
}
