import type { Diagnostic } from '../diagnostics/index.ts';
import type { CellSpec, Dataset, TableSpec } from './dataset.ts';
import { DATA_CODES, finding } from './finding.ts';
import { otherwiseFaults } from './otherwise.ts';
import type { FieldInfo, FieldType } from './market.ts';

/** A field with the table and the cell it comes from. */
export type DeclaredField = { info: FieldInfo; table: TableSpec; spec: CellSpec; path: (string | number)[] };

const PLAIN_UNITS = ['shares', 'ratio', 'number', 'points', 'days', 'years', 'contracts'];
const OF_TYPE: Record<string, FieldType> = { text: 'text', date: 'date', 'yes/no': 'yes/no' };
const LINE_ROLES: [string, FieldType][] = [
  ['symbol', 'text'],
  ['name', 'text'],
  ['company', 'text'],
  ['currency', 'text'],
  ['listed_from', 'date'],
  ['listed_until', 'date'],
];

/** The fields of a data set by name, with what is wrong with their declarations. */
export function declaredFields(dataset: Dataset): { fields: Map<string, DeclaredField>; diagnostics: Diagnostic[] } {
  const fields = new Map<string, DeclaredField>();
  const diagnostics: Diagnostic[] = [];
  const add = (field: DeclaredField) => {
    const before = fields.get(field.info.name);
    if (before === undefined) fields.set(field.info.name, field);
    else if (!readAsOne(before, field)) {
      const spans = [dataset.locate(field.path), { ...dataset.locate(before.path), label: 'declared here first' }];
      diagnostics.push(
        finding(DATA_CODES.fieldTwice, `Field \`${field.info.name}\` is declared twice`, spans, {
          help: 'Give one of them another name; only tables of prices with the same fields, declared alike, are read as one',
        }),
      );
    }
  };
  for (const table of dataset.tables) {
    if (table.kind === 'lines') {
      for (const [role, type] of LINE_ROLES) {
        const spec = table.roles[role];
        if (spec !== undefined)
          add({ info: { name: role, domain: 'line', type }, table, spec, path: ['tables', table.name, role] });
      }
    }
    for (const [name, spec] of Object.entries(table.fields)) {
      const path = ['tables', table.name, 'fields', name];
      diagnostics.push(...declarationFaults(dataset, table, spec, path));
      const type = fieldType(spec);
      const unit = spec.unit === 'percent' ? '%' : spec.unit;
      add({
        info: { name, domain: table.domain, type, ...(unit === undefined || type !== 'number' ? {} : { unit }) },
        table,
        spec,
        path,
      });
    }
    if (table.kind === 'values' && table.known !== 'always' && table.roles.date === undefined) {
      const help = 'Add `date:` with the column of the date from which the values hold, or write `known: always`';
      diagnostics.push(
        finding(
          DATA_CODES.badDeclaration,
          `Table \`${table.name}\` has no date`,
          [dataset.locate(['tables', table.name])],
          { help },
        ),
      );
    }
    if (table.kind === 'lines' && table.known === 'date') {
      const help = 'Write `known: always`, or name the column of the date on which a row was known';
      diagnostics.push(
        finding(
          DATA_CODES.badDeclaration,
          `Table \`${table.name}\` has no date to be known on`,
          [dataset.locate(['tables', table.name, 'known'])],
          { help },
        ),
      );
    }
  }
  return { fields, diagnostics };
}

/** Tables of prices that have the same fields, declared alike but for their columns, hold rows of one table. */
function readAsOne(a: DeclaredField, b: DeclaredField): boolean {
  const names = (field: DeclaredField) => Object.keys(field.table.fields).sort().join();
  const alike = (field: DeclaredField) => JSON.stringify([field.info, field.spec.spike, field.spec.otherwise]);
  return a.table.kind === 'prices' && b.table.kind === 'prices' && names(a) === names(b) && alike(a) === alike(b);
}

/** A field with a unit is a number; without a unit or a type it is text. */
function fieldType(spec: CellSpec): FieldType {
  return spec.type ?? (spec.unit === undefined ? 'text' : (OF_TYPE[spec.unit] ?? 'number'));
}

/** The currency in a unit of money: `USD` of `USD per share`, `currency` of `currency per share`, undefined where it is not money. */
export function moneyOf(unit: string | undefined): string | undefined {
  return /^([A-Z]{3}|currency)( per [a-z]+)?$/.exec(unit ?? '')?.[1];
}

/** Whether a field may be zero or negative: prices are above zero and other daily numbers, money and shares not below it, unless `allow` says so. */
export function signsAllowed(
  { kind }: TableSpec,
  { unit, allow = [] }: CellSpec,
): { zero: boolean; negative: boolean } {
  const money = moneyOf(unit) !== undefined;
  const daily = kind === 'prices';
  return {
    zero: allow.includes('zero') || !(daily && money && / per /.test(unit ?? '')),
    negative: allow.includes('negative') || !(daily || money || unit === 'shares'),
  };
}

function declarationFaults(
  dataset: Dataset,
  table: TableSpec,
  spec: CellSpec,
  path: (string | number)[],
): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const { unit, scale } = spec;
  if (
    unit !== undefined &&
    !PLAIN_UNITS.includes(unit) &&
    !(unit in OF_TYPE) &&
    unit !== '%' &&
    unit !== 'percent' &&
    moneyOf(unit) === undefined
  ) {
    const help = `Units are a currency such as \`USD\`, \`USD per share\`, \`currency per share\` (the line's own), \`percent\`, ${[...PLAIN_UNITS, ...Object.keys(OF_TYPE)].map((u) => `\`${u}\``).join(', ')}`;
    faults.push(
      finding(DATA_CODES.unknownUnit, `\`${unit}\` is not a unit`, [dataset.locate([...path, 'unit'])], { help }),
    );
  }
  if (scale !== undefined && !Number.isInteger(Math.log10(scale))) {
    const help = 'Use a power of ten such as 1000 or 0.01; compute anything else in the rulebook, where readers see it';
    faults.push(
      finding(DATA_CODES.badDeclaration, `\`${scale}\` is not a power of ten`, [dataset.locate([...path, 'scale'])], {
        help,
      }),
    );
  }
  const type = fieldType(spec);
  const lost = [
    ...(spec.map !== undefined && type !== 'text' && type !== 'yes/no' ? ['map'] : []),
    ...(['scale', 'allow', 'spike'] as const).filter((key) => spec[key] !== undefined && type !== 'number'),
    ...(spec.otherwise !== undefined && type === 'text' && table.kind === 'prices' ? ['otherwise'] : []),
  ];
  for (const key of lost) {
    const message = `\`${key}\` means nothing for ${table.kind === 'prices' ? 'a daily' : 'a'} field of type ${type}`;
    faults.push(
      finding(DATA_CODES.badDeclaration, message, [dataset.locate([...path, key])], {
        help: 'Take it out, or say the `type` or `unit` that the field has',
      }),
    );
  }
  const relative = spec.spike?.relative_to;
  if (
    relative !== undefined &&
    (table.fields[relative] === undefined || fieldType(table.fields[relative]) === 'text')
  ) {
    const message = `\`${relative}\` is not a number among the fields of table \`${table.name}\``;
    faults.push(finding(DATA_CODES.badDeclaration, message, [dataset.locate([...path, 'spike', 'relative_to'])]));
  }
  const written = otherwiseFaults(dataset, spec, type, signsAllowed(table, spec), path);
  if (!lost.includes('otherwise')) faults.push(...written);
  if (spec.spike !== undefined && table.kind !== 'prices') {
    const message = 'Only daily fields, those of a table of prices, can have spikes';
    faults.push(finding(DATA_CODES.badDeclaration, message, [dataset.locate([...path, 'spike'])]));
  }
  return faults;
}
