import { parseArgs } from 'node:util';
import type { Arguments, CommandSpec, OptionSpec } from './command.ts';
import { misuse } from './misuse.ts';
import { nearest } from '../diagnostics/nearest.ts';

/** Reads what stands after the verb. Throws a misuse for anything that the verb does not take. */
export function readArguments(spec: CommandSpec, words: string[]): Arguments {
  const options = Object.fromEntries(
    spec.options.map((o) => [o.name, { type: o.value === undefined ? ('boolean' as const) : ('string' as const) }]),
  );
  const { tokens } = parseArgs({ args: words, options, strict: false, allowPositionals: true, tokens: true });
  const operands: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = spec.options.find((o) => o.name === token.name);
    if (option === undefined) throw unknownOption(spec, token.rawName);
    if (values.has(option.name) || flags.has(option.name)) throw misuse(`\`${token.rawName}\` is given twice`);
    if (option.value === undefined) {
      if (token.value !== undefined) throw misuse(`\`${token.rawName}\` takes no value`);
      flags.add(option.name);
    } else values.set(option.name, optionValue(option, token.value));
  }
  for (const option of spec.options)
    if (option.required && !values.has(option.name))
      throw misuse(`\`rulebook ${spec.verb}\` needs \`--${option.name} ${option.value}\``, seeHelp(spec));
  if (values.has('root') && !values.has('data'))
    throw misuse(
      '`--root` says where the tables of a data set lie',
      'Name the data set with `--data PATH`, or leave `--root` out',
    );
  const { least, most, what } = spec.operands;
  if (operands.length < least) throw misuse(`\`rulebook ${spec.verb}\` needs ${what}`, seeHelp(spec));
  if (operands.length > most)
    throw misuse(`\`${operands[most]}\` is one too many: \`rulebook ${spec.verb}\` takes ${what}`, seeHelp(spec));
  return { operands, values, flags };
}

function optionValue(option: OptionSpec, value: string | undefined): string {
  if (value === undefined || (value.startsWith('--') && value.length > 2))
    throw misuse(`\`--${option.name}\` needs a value: \`--${option.name} ${option.value}\``);
  if (value === '') throw misuse(`\`--${option.name}\` is empty`);
  if (option.choices !== undefined && !option.choices.includes(value)) {
    const close = nearest(value, option.choices);
    const known = option.choices.map((c) => `\`${c}\``).join(', ');
    throw misuse(
      `\`--${option.name}\` cannot be \`${value}\``,
      close === undefined ? `It is one of ${known}` : `Did you mean \`${close}\`? It is one of ${known}`,
    );
  }
  if (option.date) checkDate(option.name, value);
  return value;
}

function checkDate(name: string, value: string): void {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value))
    throw misuse(`\`--${name} ${value}\` is not a date`, 'Write dates as year-month-day: `2023-12-18`');
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' });
  } catch {
    throw misuse(`\`--${name} ${value}\` is a day that does not exist`);
  }
}

function unknownOption(spec: CommandSpec, name: string) {
  const close = nearest(name.replace(/^-+/, ''), [...spec.options.map((o) => o.name), 'help']);
  return misuse(
    `\`rulebook ${spec.verb}\` has no option \`${name}\``,
    close === undefined ? seeHelp(spec) : `Did you mean \`--${close}\`?`,
  );
}

function seeHelp(spec: CommandSpec): string {
  return `Usage: rulebook ${spec.verb} ${spec.usage}\nMore: rulebook ${spec.verb} --help`;
}
