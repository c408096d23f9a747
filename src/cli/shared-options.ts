import type { OptionSpec } from './command.ts';

/** Options that several verbs have, so that they mean the same everywhere. */
export const dataOption: OptionSpec = {
  name: 'data',
  value: 'PATH',
  text: 'data set: a folder that holds a dataset.yaml, or such a file',
};
export const rootOption: OptionSpec = {
  name: 'root',
  value: 'DIR',
  text: 'folder that its tables lie in, when not beside it',
};

const humanOnly = ['human', 'plain', 'json'] as const;

/** `--format`, with the forms that a verb knows. */
export function formatOption(choices: readonly string[] = humanOnly): OptionSpec {
  return { name: 'format', value: choices.join('|'), choices, text: 'form of what is printed; human if not given' };
}

/** The same option, needed. */
export function needed(option: OptionSpec): OptionSpec {
  return { ...option, required: true };
}
