import type { Plan } from '../../plan/plan.ts';
import { jsonText, reviewDocument } from '../../output/index.ts';
import type { Command } from '../command.ts';
import { compileRulebook } from '../input/compile-rulebook.ts';
import { openData } from '../input/open-data.ts';
import { checkEventName, reviewChoice } from '../input/review-choice.ts';
import { reviewOf } from '../input/review-of.ts';
import { reviewNames } from '../report/entity-names.ts';
import { nobodySelected } from '../report/nobody-selected.ts';
import { reviewText } from '../report/review-text.ts';
import { warningsText } from '../report/warnings-text.ts';
import { dataOption, formatOption, needed, rootOption } from '../shared-options.ts';
import { progress } from '../terminal/progress.ts';

/** `rulebook review`: one review, whole. */
export const command: Command = {
  spec: {
    verb: 'review',
    summary: 'show the review effective on a date: additions, deletions, weights, what each cap did',
    usage: 'FILE --data PATH --on DATE [--event NAME] [--from BASKETS.csv]',
    operands: { least: 1, most: 1, what: 'one file, or a folder with one rulebook' },
    options: [
      needed(dataOption),
      rootOption,
      { name: 'on', value: 'DATE', date: true, required: true, text: 'effective date of the review' },
      {
        name: 'event',
        value: 'NAME',
        text: 'which event, where several are effective that day (the last one if not given)',
      },
      { name: 'from', value: 'BASKETS.csv', text: 'incumbents: the latest basket before DATE in this file' },
      formatOption(),
    ],
    examples: [
      'rulebook review examples/starter/leaders-50.rulebook --data examples/starter --on 2024-06-24',
      'rulebook review examples/starter/leaders-50.rulebook --data examples/starter --on 2024-06-24 --format json | jq .additions',
    ],
    notes: [
      'Incumbents are the published constituents of the data set just before, where it has them, else those of a run from the base date.',
      '--from takes them from the baskets of an earlier run, without what happened since.',
      'JSON is as grammar/review.schema.json says.',
    ],
  },
  async run(given, io) {
    const format = given.values.get('format') ?? 'human';
    const on = given.values.get('on')!;
    const compiled = await compileRulebook(given.operands[0]!, given, io);
    if (compiled === undefined) return 1;
    const { plan } = compiled;
    checkEventName(plan, given.values.get('event'));
    const bar = progress(io);
    try {
      bar.busy('reading the data set');
      const market = await openData(compiled, given, { to: on });
      const { event, others } = reviewChoice(plan, market, on, given.values.get('event'));
      const review = reviewOf(plan, market, given.values.get('from'), { on, event, decisions: 'selected' }, io);
      // Of nobody there is nothing to show but why.
      const everyone =
        review.basket.length > 0 || !selectsAt(plan, event)
          ? undefined
          : reviewOf(
              plan,
              market,
              given.values.get('from'),
              { on, event, decisions: 'all' },
              { ...io, err: { ...io.err, write: () => {} } },
            );
      bar.end();
      for (const other of others) io.err.write(`Also effective that day: ${other} (--event ${other})\n`);
      io.err.write(warningsText([], market));
      if (everyone !== undefined) io.err.write(`${nobodySelected(everyone.decisions)}\n`);
      if (format === 'json')
        io.out.write(jsonText(reviewDocument(plan.index.id, review, reviewNames(review, market), market.counts)));
      else io.out.write(reviewText(plan, review, market, io));
      return 0;
    } finally {
      bar.end();
    }
  },
};

function selectsAt({ selections }: Plan, event: string): boolean {
  return selections.some((one) => one.set === 'constituents' && (one.at?.includes(event) ?? true));
}
