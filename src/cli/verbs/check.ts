import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Command } from '../command.ts';
import { tellFindings } from '../findings.ts';
import { checkRulebookFile } from '../input/check-rulebook.ts';
import { calendarsOfData, dataFindings } from '../input/data-findings.ts';
import { rulebookFiles } from '../input/rulebook-files.ts';
import { dataOption, formatOption, rootOption } from '../shared-options.ts';

/** Occasions without a policy, told from the text alone. */
const ofPolicies = new Set(['RB1016', 'RB1017']);

/** `rulebook check`: all static checks, of files and of the rulebooks in folders. */
export const command: Command = {
  spec: {
    verb: 'check',
    summary: 'find what is wrong with rulebooks',
    usage: 'FILE… [--data PATH] [--format FORM]',
    operands: { least: 1, most: 10_000, what: 'one or more files or folders' },
    options: [
      { ...dataOption, text: `${dataOption.text}; reads it and adds checks against it` },
      rootOption,
      formatOption(['human', 'plain', 'json', 'sarif', 'github']),
      { name: 'strict', text: 'warnings count as findings too' },
    ],
    examples: [
      'rulebook check examples/starter/leaders-50.rulebook --data examples/starter',
      'rulebook check methodologies --format sarif > findings.sarif',
    ],
    notes: ['Ends with 1 where there is an error (or, with --strict, a warning), 2 where a file cannot be read.'],
  },
  async run(given, io) {
    const texts = new Map<string, string>();
    const calendars = await calendarsOfData(given);
    const all = rulebookFiles(given.operands).map((name) => checkRulebookFile(name, io, calendars));
    const { read, ofData, ofRulebooks } = await dataFindings(all, given, io);
    for (const checked of all) texts.set(checked.file, checked.sourceMap.source);
    // Where the actions of the market are known, only those without a policy are told that occur in it.
    const findings = all
      .flatMap((checked, i): Diagnostic[] => [
        ...checked.diagnostics.filter((d) => !(read && ofPolicies.has(d.code))),
        ...ofRulebooks[i]!,
      ])
      .concat(ofData);
    const format = given.values.get('format') ?? 'human';
    await tellFindings(findings, texts, format, io.out, io);
    const counts = (d: Diagnostic) => d.severity === 'error' || (given.flags.has('strict') && d.severity === 'warning');
    // A data set that is not there, or may not be read, is no finding about a rulebook.
    if (ofData.some((d) => d.code === 'RB5001' || d.code === 'RB5016')) return 2;
    return findings.some(counts) ? 1 : 0;
  },
};
