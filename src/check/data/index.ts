// In: the fields a rulebook declares and those a data set has. Out: fields that are missing, or are of something else.
// Never here: the values; reading them is for the market.
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Field } from '../../model/section.ts';
import type { CheckContext } from '../context.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { finding } from '../support/finding.ts';
import { listed } from '../support/listed.ts';
import { domainWord } from '../walk/domain-word.ts';
import { sameUnit } from './same-unit.ts';

/** A field of a data set, as it describes it. */
export type DataField = { name: string; domain: string; type: 'number' | 'text' | 'date' | 'yes/no'; unit?: string };

/** What a rulebook needs that a data set does not give: RB5101 to RB5104. */
export function checkData(context: CheckContext, fields: readonly DataField[]): Diagnostic[] {
  const told = new Set<string>();
  return context.rulebook.sections.flatMap((section, i) => {
    if (section.section !== 'fields') return [];
    return section.fields.flatMap((field, k) => {
      if (told.has(field.name)) return [];
      const found = compared(context, field, `/sections/${i}/fields/${k}`, fields);
      if (found.length > 0) told.add(field.name);
      return found;
    });
  });
}

function compared(context: CheckContext, field: Field, pointer: string, fields: readonly DataField[]): Diagnostic[] {
  const named = fields.filter((f) => f.name === field.name);
  const place = context.span(pointer);
  if (named.length === 0) {
    const near = nearest(
      field.name,
      fields.map((f) => f.name),
    );
    const has = fields.map((f) => f.name).sort();
    return [
      finding(
        'error',
        'RB5101',
        `the data set has no field \`${field.name}\``,
        [place],
        'rules that read it could decide nothing',
        near === undefined
          ? `map a column to it in \`dataset.yaml\`; the data set has ${listed(has)}`
          : `Did you mean \`${near}\`? otherwise map a column to it in \`dataset.yaml\``,
      ),
    ];
  }
  const given = named.find((f) => domainWord(f.domain) === domainWord(field.of));
  if (given === undefined) {
    const has = named[0]!.domain;
    return [
      finding(
        'error',
        'RB5102',
        `\`${field.name}\` is of \`${has}\` in the data set, not of \`${field.of}\``,
        [place],
        'a value of one is not a value of the other; which of several would count is not said',
        `declare it \`of ${has}\`, and bring it to \`${field.of}\` with a measure`,
      ),
    ];
  }
  const type = typeOf(field.unit);
  if (type !== given.type) {
    return [
      finding(
        'error',
        'RB5103',
        `\`${field.name}\` is ${article(given.type)} in the data set, and declared as \`${field.unit}\``,
        [place],
        'a rule would compare things of different kinds',
        given.type === 'number'
          ? `declare it with its unit, \`${given.unit ?? 'number'}\``
          : `declare it as \`${given.type}\`, or map another column to it`,
      ),
    ];
  }
  if (type !== 'number' || given.unit === undefined || sameUnit(field.unit, given.unit)) return [];
  return [
    finding(
      'error',
      'RB5104',
      `\`${field.name}\` is in \`${given.unit}\` in the data set, and declared in \`${field.unit}\``,
      [place],
      'numbers in different units cannot be compared',
      `declare it in \`${given.unit}\`, or correct the unit in \`dataset.yaml\``,
    ),
  ];
}

function typeOf(unit: string): DataField['type'] {
  return unit === 'text' || unit === 'date' || unit === 'yes/no' ? unit : 'number';
}

function article(type: DataField['type']): string {
  return type === 'yes/no' ? 'yes or no' : `a ${type}`;
}
