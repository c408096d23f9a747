import { jsonText } from '../../output/json-text.ts';
import { asOf } from '../../plan/as-of.ts';
import { describePlan } from '../../plan/describe.ts';
import type { Command } from '../command.ts';
import { compileRulebook } from '../input/compile-rulebook.ts';
import { formatOption } from '../shared-options.ts';

/** `rulebook plan`: what is executed, readable or as JSON. */
export const command: Command = {
  spec: {
    verb: 'plan',
    summary: 'show the executable plan and its content hash',
    usage: 'FILE [--as-of DATE]',
    operands: { least: 1, most: 1, what: 'one file, or a folder with one rulebook' },
    options: [
      { name: 'as-of', value: 'DATE', date: true, text: 'only the versions in force on this day' },
      formatOption(),
    ],
    examples: [
      'rulebook plan methodologies/nasdaq/nasdaq-100.rulebook --as-of 2023-12-18',
      'rulebook plan examples/starter/leaders-50.rulebook --format json | jq .hash',
    ],
    notes: [
      'The hash is the same for text and data form, whatever the comments and layout. JSON is as grammar/plan.schema.json says.',
    ],
  },
  async run(given, io) {
    const format = given.values.get('format') ?? 'human';
    const compiled = await compileRulebook(given.operands[0]!, given, io);
    if (compiled === undefined) return 1;
    const date = given.values.get('as-of');
    const plan = date === undefined ? compiled.plan : asOf(compiled.plan, date);
    io.out.write(format === 'json' ? jsonText(plan) : describePlan(plan));
    return 0;
  },
};
