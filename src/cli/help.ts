import type { CommandSpec, OptionSpec } from './command.ts';
import { verbs } from './verbs.ts';

/** What `rulebook --help` says; `program` is what stands before a verb. */
export function generalHelp(program: string): string {
  const list = Object.entries(verbs).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return `Rulebook: the rules of financial indices, checked, run and explained.

Usage: ${program} VERB …

${list.join('\n')}

Each verb says more with --help: ${program} run --help

Exit codes: 0 fine, 1 findings, 2 misuse or bad input. Results go to standard output, everything else
to standard error. \`-\` in place of a file reads standard input. NO_COLOR=1 turns colour off, NO_UNICODE=1 block characters.

Example: ${program} new my-index && ${program} check my-index --data my-index
`;
}

/** What `rulebook VERB --help` says. */
export function verbHelp(spec: CommandSpec, program: string): string {
  const rows = [...spec.options.map((o) => [head(o), about(o)]), ['--help', 'this page']];
  const wide = Math.max(...rows.map(([left]) => left!.length)) + 2;
  const options = rows.map(([left, right]) => `  ${left!.padEnd(wide)}${right}`).join('\n');
  const notes = (spec.notes ?? []).map((note) => `\n${note}\n`).join('');
  const title = spec.examples.length > 1 ? 'Examples' : 'Example';
  return `rulebook ${spec.verb}: ${spec.summary}

Usage: ${program} ${spec.verb} ${spec.usage}

${options}
${notes}
${title}:
${spec.examples.map((e) => `  ${e.replaceAll(/\brulebook (?=[a-z])/g, `${program} `)}`).join('\n')}
`;
}

function head(option: OptionSpec): string {
  return option.value === undefined ? `--${option.name}` : `--${option.name} ${option.value}`;
}

function about(option: OptionSpec): string {
  return option.required ? `${option.text} (needed)` : option.text;
}
