import { epochDay, isoDate } from '../../calendar/index.ts';
import type { Renamed } from '../../explain/index.ts';
import { jsonText } from '../../output/json-text.ts';
import type { Arguments, Command, ExitCode } from '../command.ts';
import { inForce } from '../../plan/in-force.ts';
import { universeOn } from '../../plan/versions.ts';
import { compileRulebook } from '../input/compile-rulebook.ts';
import type { Io } from '../io.ts';
import { misuse } from '../misuse.ts';
import { dataOption, formatOption, rootOption } from '../shared-options.ts';
import { progress } from '../terminal/progress.ts';
import { styleOf } from '../terminal/style.ts';

/** `rulebook explain`: why a security is in or out, or what a finding means. */
export const command: Command = {
  spec: {
    verb: 'explain',
    summary: 'explain what a review decided about one security, or what a finding means',
    usage: 'FILE --data PATH --on DATE LINE | CODE',
    operands: { least: 1, most: 2, what: 'a file and a security, or the code of a finding' },
    options: [
      dataOption,
      rootOption,
      { name: 'on', value: 'DATE', date: true, text: 'effective date of the review' },
      {
        name: 'event',
        value: 'NAME',
        text: 'which event, where several are effective that day (the last one if not given)',
      },
      { name: 'from', value: 'BASKETS.csv', text: 'incumbents: the latest basket before DATE in this file' },
      formatOption(),
    ],
    examples: [
      'rulebook explain examples/starter/leaders-50.rulebook --data examples/starter --on 2024-06-24 MOBD',
      'rulebook explain RB4001',
    ],
    notes: [
      'LINE is a symbol in force that day, the identifier of a line or company, or a name. JSON is as grammar/explain.schema.json says;',
      'of a code it is its page: code, title, why, help, and where there are such a wrong and a right example.',
    ],
  },
  async run(given, io) {
    const [first, word] = given.operands;
    if (word === undefined) {
      if (!/^rb\d+$/i.test(first!))
        throw misuse(
          '`rulebook explain` needs a file and a security, or the code of a finding',
          'For example: rulebook explain RB4001',
        );
      const idle = ['data', 'root', 'on', 'event', 'from'].find((option) => given.values.has(option));
      if (idle !== undefined)
        throw misuse(
          `\`--${idle}\` says nothing of a finding`,
          `The page of a finding is the same everywhere: rulebook explain ${first!.toUpperCase()}`,
        );
      return explainFinding(first!.toUpperCase(), given.values.get('format') === 'json', io);
    }
    for (const option of ['data', 'on'] as const)
      if (!given.values.has(option))
        throw misuse(`\`rulebook explain FILE LINE\` needs \`--${option} ${option === 'data' ? 'PATH' : 'DATE'}\``);
    return explainLine(given, first!, word, io);
  },
};

async function explainFinding(code: string, json: boolean, io: Io): Promise<ExitCode> {
  const { explainCode } = await import('../../diagnostics/explain-code.ts');
  const { entryOf } = await import('../../diagnostics/catalogue/index.ts');
  const entry = entryOf(code);
  if (entry !== undefined && json) {
    const { title, why, help, failing: wrong, passing: right, example } = entry;
    io.out.write(jsonText({ format: 1, code, title, why, help, wrong, right, example }));
    return 0;
  }
  const known = entry !== undefined;
  (known ? io.out : io.err).write(explainCode(code));
  return known ? 0 : 2;
}

/** Says what a line is called that has a symbol at another time. */
function otherSymbol({ symbol, word, change, before }: Renamed): string {
  return before
    ? `\`${symbol}\` was \`${word}\` until ${isoDate(change - 1)}: write \`${symbol}\``
    : `\`${symbol}\` becomes \`${word}\` on ${isoDate(change)}: write \`${symbol}\``;
}

async function explainLine(given: Arguments, name: string, word: string, io: Io): Promise<ExitCode> {
  const { explainSecurity, explanationText, findSecurity, rulePlaces } = await import('../../explain/index.ts');
  const { openData } = await import('../input/open-data.ts');
  const { checkEventName, reviewChoice } = await import('../input/review-choice.ts');
  const { reviewOf } = await import('../input/review-of.ts');
  const { groupColumns } = await import('../report/group-columns.ts');
  const { explanationDocument } = await import('../report/explanation-document.ts');
  const { textForm } = await import('../input/text-form.ts');
  const format = given.values.get('format') ?? 'human';
  const on = given.values.get('on')!;
  const compiled = await compileRulebook(name, given, io);
  if (compiled === undefined) return 1;
  const { plan } = compiled;
  checkEventName(plan, given.values.get('event'));
  const bar = progress(io);
  try {
    bar.busy('reading the data set');
    const market = await openData(compiled, given, { to: on });
    const { event } = reviewChoice(plan, market, on, given.values.get('event'));
    const { found, close, renamed } = findSecurity(market, word, epochDay(on));
    if (found.length === 0)
      throw misuse(
        `there is no security \`${word}\` in the data set on ${on}`,
        renamed !== undefined
          ? renamed.map(otherSymbol).join('; ')
          : close.length === 0
            ? 'Give a symbol, the identifier of a line or company, or a name'
            : `Did you mean ${close.map((c) => `\`${c}\``).join(', ')}?`,
      );
    const about = found.map(({ line }) => line);
    const review = reviewOf(plan, market, given.values.get('from'), { on, event, decisions: 'all', about }, io);
    bar.end();
    const places = rulePlaces({ file: compiled.sourceMap, text: textForm(compiled) });
    const universe = universeOn(plan, (rule) => inForce(rule, epochDay(on)))?.pointer;
    const columns = groupColumns(plan, review, market);
    const steps = new Set(plan.selections.flatMap(({ tiers }) => tiers.map(({ name: step }) => step)));
    const decisions = market.decisions.filter(
      (d) => d.date === epochDay(on) && (d.event === review.event || steps.has(d.event)),
    );
    const explanations = found.map((security) => {
      const groups = new Map(columns.map(({ name: group, of }) => [group, of(security.line)]));
      const context = { index: plan.index.name, places, groups, decisions };
      return explainSecurity(review, security, universe === undefined ? context : { ...context, universe });
    });
    if (format === 'json') io.out.write(jsonText({ format: 1, explanations: explanations.map(explanationDocument) }));
    else io.out.write(explanations.map((e) => explanationText(e, styleOf(io.out))).join('\n'));
    return 0;
  } finally {
    bar.end();
  }
}
